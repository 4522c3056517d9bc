// The picture: vis-network draws symbols and lines; labels are drawn here, so that none ever covers another.
let network = null;
let nodeSet = null;
let edgeSet = null;
let now = { nodes: new Map(), edges: new Map() };
let spots = new Map(); // where each shown thing stands in this view
let colours = {};
const lettering = new Map(); // label lines and their widths
const root = document.documentElement;

function readColours() {
  const style = getComputedStyle(root);
  for (const name of ["ground", "ink", "soft", "line", "faint", "came", "went", "accent", ...KINDS]) {
    colours[name] = style.getPropertyValue(`--${name}`).trim();
  }
}

let boost = 1; // a map seen from afar has larger symbols
function size(id) {
  const base = { board: 9, organisation: 8, person: 6, strategy: 9 }[kindOf(id)] || 6;
  return boost * (base + Math.min(9, Math.sqrt(degree[id]) * (kindOf(id) === "person" ? 0.6 : 1.3)));
}

const bright = (id) => state.selected === null || id === state.selected || near.has(id);
let near = new Set();

function nodeStyle(id, how) {
  const kind = kindOf(id);
  const hollow = things[id].active === false || how === "went";
  const tint = colours[kind];
  const edge = how === "came" ? colours.came : how === "went" ? colours.went : hollow ? tint : colours.ground;
  const [x, y] = spots.get(id);
  return {
    id, x, y, shape: things[id].shape, size: size(id), label: undefined,
    borderWidth: hollow || how !== "same" ? 2.5 : 1,
    color: { background: hollow ? colours.ground : tint, border: edge, highlight: tint, hover: tint },
    shapeProperties: { borderDashes: hollow ? [4, 3] : false },
    opacity: bright(id) ? 1 : 0.18,
  };
}

function edgeStyle(id, how) {
  const line = lines[id];
  const style = { id, from: line.from, to: line.to, width: 1.4, dashes: false, color: colours.line, arrows: "" };
  if (line.what === "tie") Object.assign(style, { width: 2, color: colours.board, arrows: { to: { enabled: true, scaleFactor: 0.6 } } });
  else if (line.what === "holder" || line.what === "held") Object.assign(style, { width: 1.1, color: colours.organisation });
  else if (line.what === "visit") Object.assign(style, { width: 1.2, dashes: [1, 5] });
  else if (line.facts.some((f) => /chair/i.test(f.role || ""))) Object.assign(style, { width: 3, color: colours.ink });
  else if (line.facts.every((f) => f.inferred)) style.color = colours.faint;
  if (line.what === "seat" && line.facts.every((f) => f.ended)) style.dashes = [6, 4];
  if (how === "came") Object.assign(style, { color: colours.came, width: 3 });
  if (how === "went") Object.assign(style, { color: colours.went, width: 3, dashes: [6, 4] });
  const apart = state.selected !== null && line.from !== state.selected && line.to !== state.selected;
  style.color = { color: style.color, opacity: apart ? 0.1 : line.what === "held" && many ? 0.22 : line.what === "holder" && state.mode === "body" ? 0.3 : line.what === "holder" || line.what === "held" ? 0.6 : 0.9, inherit: false,
    highlight: style.color, hover: style.color };
  return style;
}

function place(nodes) {
  const places = new Map();
  if (state.mode === "body" && state.focus !== null && state.steps === 1) return columns(nodes);
  for (const id of nodes.keys()) {
    const thing = things[id];
    const own = state.mode === "interlocks" && thing.ix !== undefined;
    places.set(id, own ? [thing.ix, thing.iy] : [thing.x, thing.y]);
  }
  return places;
}

// One name and what touches it, in columns: links above, people and what they stand for at its sides.
function columns(nodes) {
  const places = new Map([[state.focus, [0, 0]]]);
  const groups = { person: [], organisation: [], board: [], strategy: [] };
  for (const id of nodes.keys()) if (id !== state.focus) groups[kindOf(id)].push(id);
  const byName = (a, b) => things[a].name.localeCompare(things[b].name, "en");
  const side = (ids, direction, step, wide, tall) => {
    const per = Math.max(10, Math.ceil(Math.sqrt(ids.length * 8)));
    ids.sort(byName).forEach((id, i) => {
      const column = Math.floor(i / per);
      const here = Math.min(per, ids.length - column * per);
      places.set(id, [direction * (step + wide * column), (i % per - (here - 1) / 2) * tall]);
    });
    return Math.min(per, ids.length) * tall;
  };
  side(groups.person, -1, 380, 160, 52);
  side(groups.organisation, 1, 390, 200, 70);
  const rows = (ids, from, direction) => {
    const per = 2;
    ids.sort(byName).forEach((id, i) => {
      const row = Math.floor(i / per);
      const here = Math.min(per, ids.length - row * per);
      places.set(id, [(i % per - (here - 1) / 2) * 330, direction * (from + row * 125)]);
    });
  };
  const above = groups.board.filter((id) => lineOf.has(`${state.focus}>${id}`));
  const below = groups.board.filter((id) => !lineOf.has(`${state.focus}>${id}`)).concat(groups.strategy);
  rows(above, 170, -1);
  rows(below, 150, 1);
  return places;
}

const boostAt = (scale) => Math.min(5, Math.max(1, 0.45 / scale));
let resting = 0;
function settle() { // once the zoom rests, symbols take the size that suits it
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (Math.abs(boostAt(network.getScale()) / boost - 1) > 0.25) draw();
  }, 180);
}

function sync(set, wanted) {
  const gone = set.getIds().filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  if (wanted.size) set.update([...wanted.values()]);
}

function draw(fit = false) {
  now = visible();
  spots = place(now.nodes);
  boost = boostAt(fit || !network ? fitScale() : network.getScale());
  near = new Set();
  if (state.selected !== null) {
    for (const line of around[state.selected]) { near.add(line.from); near.add(line.to); }
  }
  const nodes = new Map([...now.nodes].map(([id, how]) => [id, nodeStyle(id, how)]));
  const edges = new Map([...now.edges].map(([id, how]) => [id, edgeStyle(id, how)]));
  if (!network) start(nodes, edges);
  else { sync(edgeSet, new Map([...edges])); sync(nodeSet, nodes); }
  $("empty").hidden = now.nodes.size > 0;
  if (fit) fitAll();
}

function start(nodes, edges) {
  nodeSet = new vis.DataSet([...nodes.values()]);
  edgeSet = new vis.DataSet([...edges.values()]);
  network = new vis.Network($("canvas"), { nodes: nodeSet, edges: edgeSet }, data.options);
  network.on("afterDrawing", drawLabels);
  network.on("zoom", () => { fitted = false; settle(); });
  network.on("dragStart", () => { fitted = false; });
  network.on("resize", () => setTimeout(() => { if (fitted) { fitAll(); settle(); } })); // the library keeps the scale, not the whole
  network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : labelAt(event.pointer.DOM)));
  network.on("hoverNode", (event) => { hovered = event.node; network.redraw(); });
  network.on("blurNode", () => { hovered = null; network.redraw(); });
}
let hovered = null;

function frame() {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of spots.values()) {
    left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
  }
  return [left, right, top, bottom];
}
function fitScale() {
  const [left, right, top, bottom] = frame();
  const { clientWidth: wide, clientHeight: high } = $("canvas");
  const scale = Math.min(1.4, (wide - Math.min(130, wide / 5)) / Math.max(right - left, 1), (high - 90) / Math.max(bottom - top, 1));
  return Math.max(scale, 0.01);
}
let fitted = false; // all is shown, and nobody has moved it since
function fitAll() {
  if (!spots.size) return;
  fitted = true;
  const [left, right, top, bottom] = frame();
  const scale = fitScale();
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 8 / scale }, scale });
}

function wrap(ctx, text, limit, most) {
  const out = [];
  let line = "";
  for (const word of shown(text).split(/\s+/)) {
    const joined = line ? `${line} ${word}` : word;
    if (joined.length <= limit || !line) line = joined;
    else { out.push(line); line = word; }
  }
  out.push(line);
  const kept = out.slice(0, most).map((part) => (part.length > limit + 6 ? `${part.slice(0, limit + 4)}…` : part));
  if (out.length > most) kept[most - 1] = `${kept[most - 1].replace(/…$/, "")}…`;
  return { rows: kept, width: Math.max(...kept.map((part) => ctx.measureText(part).width)) };
}

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';
const fontOf = (id) => (kindOf(id) === "board" ? `600 12.5px ${FONT}` : kindOf(id) === "person" ? `11.5px ${FONT}` : `12px ${FONT}`);

function label(ctx, id, how) {
  const mark = how === "came" ? "+ " : how === "went" ? "− " : "";
  const key = mark + id;
  let found = lettering.get(key);
  if (!found) {
    const ended = things[id].active === false ? " (inactive)" : "";
    found = wrap(ctx, mark + things[id].name + ended, kindOf(id) === "person" ? 18 : 22, 3);
    lettering.set(key, found);
  }
  return found;
}

function rank(id) {
  const kind = { board: 4000, organisation: 2000, strategy: 1500, person: 1000 }[kindOf(id)] || 0;
  const chosen = id === state.selected || id === hovered || id === state.focus ? 1e6 : near.has(id) ? 5e5 : 0;
  return chosen + kind + degree[id] + (now.nodes.get(id) !== "same" ? 2500 : 0);
}

// A coarse grid of the screen remembers what is taken.
function board() {
  const cells = new Map();
  const keys = ([l, t, r, b]) => {
    const out = [];
    for (let x = l >> 6; x <= r >> 6; x += 1) for (let y = t >> 6; y <= b >> 6; y += 1) out.push(x * 4096 + y);
    return out;
  };
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return {
    free: (box, but, overSymbols) => keys(box).every((key) => (cells.get(key) || []).every((other) =>
      other.id === but || (overSymbols && !other.words) || !meets(box, other.box))),
    take: (box, id, words) => keys(box).forEach((key) => {
      if (cells.has(key)) cells.get(key).push({ box, id, words });
      else cells.set(key, [{ box, id, words }]);
    }),
  };
}

let labelBoxes = [];
function drawLabels(ctx) {
  const { clientWidth: wide, clientHeight: high } = $("canvas");
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const ratio = ctx.canvas.width / wide;
  const taken = board();
  const onScreen = [];
  for (const id of now.nodes.keys()) {
    const [x, y] = spots.get(id);
    const spot = [(x - centre.x) * scale + wide / 2, (y - centre.y) * scale + high / 2];
    if (spot[0] < -60 || spot[1] < -30 || spot[0] > wide + 60 || spot[1] > high + 30) continue;
    const half = Math.max(2, size(id) * scale);
    onScreen.push({ id, spot, half });
    taken.take([spot[0] - half, spot[1] - half, spot[0] + half, spot[1] + half].map(Math.round), id);
  }
  onScreen.sort((a, b) => rank(b.id) - rank(a.id) || a.id - b.id);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  labelBoxes = [];
  for (const item of onScreen) drawLabel(ctx, item, taken);
  ctx.restore();
}

function drawLabel(ctx, { id, spot, half }, taken) {
  if (!bright(id)) return;
  ctx.font = fontOf(id);
  const { rows, width } = label(ctx, id, now.nodes.get(id));
  const tall = rows.length * 14;
  const [x, y] = spot;
  const tries = [[x - width / 2, y + half + 3], [x - width / 2, y - half - 3 - tall], [x + half + 4, y - tall / 2], [x - half - 4 - width, y - tall / 2]];
  const boxes = tries.map(([left, top]) => [left - 2, top - 1, left + width + 2, top + tall + 1].map(Math.round));
  const { clientWidth: wide, clientHeight: high } = $("canvas");
  const whole = (box) => box[0] >= 2 && box[1] >= 2 && box[2] <= wide - 2 && box[3] <= high - 2;
  let best = boxes.findIndex((box) => whole(box) && taken.free(box, id, false));
  if (best < 0 && rank(id) >= 2000) best = boxes.findIndex((box) => whole(box) && taken.free(box, id, true)); // over a symbol, never over a label
  if (best < 0) return;
  taken.take(boxes[best], id, true);
  labelBoxes.push({ id, box: boxes[best] });
  paint(ctx, id, rows, tries[best][0] + width / 2, tries[best][1]);
}

function paint(ctx, id, rows, middle, top) {
  const how = now.nodes.get(id);
  ctx.textAlign = "center";
  ctx.strokeStyle = colours.ground;
  ctx.lineWidth = 3.5;
  ctx.fillStyle = how === "came" ? colours.came : how === "went" ? colours.went : colours.ink;
  rows.forEach((text, i) => {
    ctx.strokeText(text, middle, top + 7 + 14 * i);
    ctx.fillText(text, middle, top + 7 + 14 * i);
  });
}

function labelAt(point) {
  const hit = labelBoxes.find(({ box }) => box[0] <= point.x && point.x <= box[2] && box[1] <= point.y && point.y <= box[3]);
  return hit ? hit.id : null;
}
