// What is to be seen: the state of the page's choices, and the things and lines that they leave.
const many = things.length > data.foldAbove;
const state = {
  mode: "whole", focus: null, steps: 1, selected: null, alone: false,
  kinds: new Set(many ? KINDS.filter((kind) => kind !== "person") : KINDS),
  unfolded: new Set(), pinned: new Set(),
  when: "all", year: years[years.length - 1], before: years[0], after: years[years.length - 1],
};

// The two years between which a change shows, or null while all years show.
function span() {
  if (state.when === "all" || !years.length) return null;
  if (state.when === "two") return [Math.min(state.before, state.after), Math.max(state.before, state.after)];
  const place = years.findIndex((year) => year >= state.year);
  return [place > 0 ? years[place - 1] : null, state.year];
}

// "same", "came", "went", or "" for what was seen in neither year.
function change(line, years2) {
  if (!years2) return "same";
  const [before, after] = years2;
  const then = before !== null && line.facts.some((fact) => seenIn(fact, before));
  const now = line.facts.some((fact) => seenIn(fact, after));
  if (before === null) return now ? "same" : "";
  return then && now ? "same" : now ? "came" : then ? "went" : "";
}

function wantedThings() {
  if (state.mode === "body" && state.focus !== null) return surroundings(state.focus, state.steps);
  if (state.mode === "interlocks") return interlocks();
  const wanted = new Set();
  for (const thing of things) if (state.kinds.has(thing.kind)) wanted.add(thing.id);
  for (const board of state.unfolded) {
    wanted.add(board);
    for (const line of around[board]) for (const id of [line.from, line.to]) if (kindOf(id) === "person") wanted.add(id);
  }
  for (const id of state.pinned) wanted.add(id);
  return wanted;
}

function surroundings(focus, steps) {
  let edge = [focus];
  const wanted = new Set(edge);
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const id of edge) {
      for (const line of around[id]) {
        const other = line.from === id ? line.to : line.from;
        if (!wanted.has(other) && (state.kinds.has(kindOf(other)) || many)) { wanted.add(other); next.push(other); }
      }
    }
    edge = next;
  }
  return wanted;
}

function interlocks() {
  const wanted = new Set();
  for (const thing of things) {
    const offered = state.kinds.has(thing.kind) || (many && thing.kind === "person");
    if (!offered || bodiesOf[thing.id].size < 2) continue;
    wanted.add(thing.id);
    for (const body of bodiesOf[thing.id]) wanted.add(body);
  }
  return wanted;
}

function lineShows(line, wanted) {
  if (!wanted.has(line.from) || !wanted.has(line.to)) return false;
  if (state.mode === "interlocks") {
    if (line.what === "tie") return true;
    return kindOf(line.to) === "board" && bodiesOf[line.from].has(line.to);
  }
  if (line.what === "held") return !line.facts.every((fact) => wanted.has(fact.from));
  return true;
}

// → { nodes: Map id → change, edges: Map id → change }
function visible() {
  const wanted = wantedThings();
  const between = span();
  const edges = new Map();
  const touched = new Map();
  for (const line of lines) {
    if (!lineShows(line, wanted)) continue;
    const how = change(line, between);
    if (!how) continue;
    edges.set(line.id, how);
    for (const id of [line.from, line.to]) {
      const before = touched.get(id);
      touched.set(id, before === undefined || before === how ? how : "same");
    }
  }
  const nodes = new Map();
  for (const id of wanted) {
    const linked = touched.has(id);
    const lone = !degree[id];
    if (linked) nodes.set(id, touched.get(id));
    else if (id === state.selected || id === state.focus || (lone ? state.alone : !between && state.mode === "whole")) {
      nodes.set(id, "same");
    }
  }
  if (state.mode !== "interlocks") dropHiddenLone(nodes, between);
  return { nodes, edges };
}

// While lines are filtered, what only stands on a hidden kind's line would float about without a reason.
function dropHiddenLone(nodes, between) {
  if (between) return;
  for (const id of [...nodes.keys()]) {
    if (degree[id] || id === state.selected || state.alone) continue;
    nodes.delete(id);
  }
}
