// The page's controls, and what they do to the picture.
function choose(id, travel = false) {
  state.selected = id;
  if (id !== null) {
    const hidden = !now.nodes.has(id);
    if (hidden) reveal(id);
    if (many && kindOf(id) === "board" && !state.kinds.has("person") && !travel) state.unfolded.add(id);
    showTab("map");
  }
  $("empty").hidden = true;
  showPanel(id);
  offerFocus();
  draw();
  if (id !== null && travel) travelTo(id);
  try { history.replaceState(null, "", id === null ? "#" : `#${things[id].key}`); } catch { /* a page without an address */ }
}

// What a filter hides is shown when somebody asks for it by name.
function reveal(id) {
  if (state.mode !== "whole") setMode("whole");
  state.pinned.add(id);
  for (const line of around[id]) { state.pinned.add(line.from); state.pinned.add(line.to); }
  if (span()) { state.when = "all"; document.querySelector('[name="when"][value="all"]').checked = true; showYears(); }
}

function travelTo(id) {
  const [x, y] = spots.get(id) || [things[id].x, things[id].y];
  const { clientWidth: wide, clientHeight: high } = $("canvas");
  let [reachX, reachY] = [260, 180];
  for (const line of around[id]) {
    for (const end of [line.from, line.to]) {
      const spot = now.nodes.has(end) && spots.get(end);
      if (spot) { reachX = Math.max(reachX, Math.abs(spot[0] - x)); reachY = Math.max(reachY, Math.abs(spot[1] - y)); }
    }
  }
  const scale = Math.max(0.35, Math.min(1.1, (wide / 2 - 70) / reachX, (high / 2 - 50) / reachY));
  fitted = false;
  network.moveTo({ position: { x, y }, scale });
  settle();
}

function offerFocus() {
  const radio = document.querySelector('[name="mode"][value="body"]');
  const id = state.selected ?? state.focus;
  radio.disabled = id === null;
  $("focus").replaceChildren(id === null ? "Choose a name first, on the map or by search." : named(things[id].name));
}

function setMode(mode) {
  state.mode = mode;
  document.querySelector(`[name="mode"][value="${mode}"]`).checked = true;
  $("steps-row").hidden = mode !== "body";
}

function focusOn(id) {
  state.focus = id;
  state.selected = null;
  setMode("body");
  offerFocus();
  $("focus").replaceChildren(named(things[id].name));
  draw(true);
}

function showTab(name) {
  const map = name === "map";
  $("map-view").hidden = !map;
  $("table-view").hidden = map;
  $("as-map").setAttribute("aria-pressed", String(map));
  $("as-table").setAttribute("aria-pressed", String(!map));
  if (!map) buildTable();
}

function showYears() {
  $("slider-one").hidden = state.when !== "one";
  $("slider-two").hidden = state.when !== "two";
  for (const item of document.querySelectorAll(".changes")) item.hidden = state.when === "all";
  for (const name of ["year", "before", "after"]) $(`${name}-says`).textContent = state[name];
  const between = span();
  if (!between) { $("changed").textContent = ""; return; }
  const counted = { came: 0, went: 0 };
  for (const line of lines) {
    if (line.what !== "seat" && line.what !== "tie") continue;
    const how = change(line, between);
    if (how in counted) counted[how] += 1;
  }
  const [before, after] = between;
  const told = before === null ? `Nothing earlier than ${after} was read.`
    : `Since ${before}: ${plural(counted.came, "seat or link", "seats and links")} came, ${counted.went.toLocaleString("en-GB")} went (not seen in ${after}).`;
  $("changed").textContent = told + (undated ? ` ${plural(undated, "fact has no date and always shows.", "facts have no date and always show.")}` : "");
}

function setUpYears() {
  if (years.length < 2) { $("years").hidden = true; return; }
  for (const name of ["year", "before", "after"]) {
    Object.assign($(name), { min: years[0], max: years[years.length - 1], step: 1, value: state[name] });
    $(name).addEventListener("input", () => { state[name] = +$(name).value; showYears(); draw(); });
  }
  for (const radio of document.querySelectorAll('[name="when"]')) {
    radio.addEventListener("change", () => { state.when = radio.value; showYears(); draw(true); });
  }
}

function setUpKinds() {
  for (const box of document.querySelectorAll("#kinds input[value]")) {
    if (!KINDS.includes(box.value)) continue;
    const count = things.filter((thing) => thing.kind === box.value && degree[thing.id]).length;
    box.parentElement.querySelector("span").textContent = count.toLocaleString("en-GB");
    box.checked = state.kinds.has(box.value);
    box.addEventListener("change", () => {
      box.checked ? state.kinds.add(box.value) : state.kinds.delete(box.value);
      state.pinned.clear();
      $("folded").hidden = !many || state.kinds.has("person");
      draw();
    });
  }
  const lone = things.filter((thing) => !degree[thing.id]).length;
  $("alone-row").hidden = !lone;
  $("alone-row").querySelector("span").textContent = lone.toLocaleString("en-GB");
  $("alone").checked = state.alone;
  $("alone").addEventListener("change", () => { state.alone = $("alone").checked; draw(true); });
  $("folded").hidden = !many;
}

function setUpView() {
  for (const radio of document.querySelectorAll('[name="mode"]')) {
    radio.addEventListener("change", () => {
      if (radio.value === "body") focusOn(state.selected ?? state.focus);
      else { setMode(radio.value); draw(true); }
    });
  }
  $("steps").addEventListener("change", () => { state.steps = +$("steps").value; draw(true); });
  $("as-map").addEventListener("click", () => showTab("map"));
  $("as-table").addEventListener("click", () => showTab("table"));
  $("skip").addEventListener("click", () => showTab("table"));
  $("zoom-in").addEventListener("click", () => zoom(1.35));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  $("zoom-fit").addEventListener("click", () => { fitAll(); settle(); });
  $("canvas").addEventListener("keydown", byKey);
}

const zoom = (by) => { fitted = false; network.moveTo({ scale: network.getScale() * by }); settle(); };
function pan(x, y) {
  const { x: left, y: top } = network.getViewPosition();
  fitted = false;
  network.moveTo({ position: { x: left + x / network.getScale(), y: top + y / network.getScale() } });
}
function step(by) {
  const ids = [...now.nodes.keys()].sort((a, b) => collator.compare(things[a].name, things[b].name) || a - b);
  if (!ids.length) return;
  const place = ids.indexOf(state.selected);
  choose(ids[place < 0 ? (by > 0 ? 0 : ids.length - 1) : (place + by + ids.length) % ids.length], true);
}
const KEYS = {
  ArrowLeft: () => pan(-80, 0), ArrowRight: () => pan(80, 0), ArrowUp: () => pan(0, -80), ArrowDown: () => pan(0, 80),
  "+": () => zoom(1.35), "=": () => zoom(1.35), "-": () => zoom(1 / 1.35), 0: () => { fitAll(); settle(); },
  n: () => step(1), p: () => step(-1), Escape: () => choose(null),
};
function byKey(event) {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function setTheme(dark) {
  root.dataset.theme = dark ? "dark" : "light";
  $("theme").textContent = dark ? "Light" : "Dark";
  readColours();
  if (network) draw();
}

function setUpTheme() {
  const wish = window.matchMedia("(prefers-color-scheme: dark)");
  setTheme(wish.matches);
  wish.addEventListener("change", () => setTheme(wish.matches));
  $("theme").addEventListener("click", () => setTheme(root.dataset.theme !== "dark"));
}

function begin() {
  const read = data.count ? `Read from ${plural(data.count, "document")}. ` : "";
  $("footer").textContent = read + (data.newest ? `Newest evidence: ${day(data.newest)}.` : "");
  if (window.innerWidth < 992) $("tools").open = false;
  if (many) state.alone = false;
  setUpTheme();
  setUpKinds();
  setUpYears();
  setUpView();
  draw(true);
  const asked = decodeURIComponent(location.hash.slice(1));
  const found = things.find((thing) => thing.key === asked);
  if (found) choose(found.id, true);
  root.dataset.ready = "yes";
}
begin();
