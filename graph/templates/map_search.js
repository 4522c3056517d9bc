// Search: names as people type them, with suggestions (a combobox by keyboard or mouse).
const plain = (text) => shown(text).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const index = things.map((thing) => ({
  id: thing.id, name: plain(thing.name), forms: (thing.aliases || []).map((form) => [plain(form), form]),
}));

function score(text, sought) {
  if (text === sought) return 5;
  if (text.startsWith(sought)) return 4;
  if (text.includes(` ${sought}`)) return 3;
  return text.includes(sought) ? 2 : 0;
}

function search(typed) {
  const sought = plain(typed).trim();
  if (!sought) return [];
  const parts = sought.split(/\s+/);
  const hits = [];
  for (const { id, name, forms } of index) {
    let best = score(name, sought) || (parts.length > 1 && parts.every((part) => name.includes(part)) ? 1.5 : 0);
    let by = "";
    for (const [form, written] of forms) {
      const found = score(form, sought);
      if (found > best) { best = found; by = written; }
    }
    if (best) hits.push({ id, best, by });
  }
  return hits.sort((a, b) => b.best - a.best || degree[b.id] - degree[a.id] || a.id - b.id).slice(0, 12);
}

let hits = [];
let active = -1;

function suggest() {
  hits = search($("search").value);
  active = hits.length ? 0 : -1;
  const list = $("found");
  list.replaceChildren(...hits.map(suggestion));
  if (!hits.length) list.append(el("li", { class: "none" }, "No such name."));
  openList($("search").value.trim() !== "");
}

function suggestion({ id, by }, place) {
  const thing = things[id];
  const text = el("span", {}, named(thing.name));
  if (by) text.append(" ", el("small", {}, named(by)));
  return el("li", { role: "option", id: `hit-${place}`, "aria-selected": String(place === active),
    onmousedown: (event) => { event.preventDefault(); pick(place); } },
  symbol(thing.kind), text, el("small", {}, KIND_WORDS[thing.kind] || ""));
}

function openList(open) {
  $("found").hidden = !open;
  $("search").setAttribute("aria-expanded", String(open));
  if (open && active >= 0) $("search").setAttribute("aria-activedescendant", `hit-${active}`);
  else $("search").removeAttribute("aria-activedescendant");
}

function move(step) {
  if (!hits.length) return;
  active = (active + step + hits.length) % hits.length;
  [...$("found").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  $("found").children[active].scrollIntoView({ block: "nearest" });
  openList(true);
}

function pick(place) {
  if (!hits[place]) return;
  const { id } = hits[place];
  $("search").value = things[id].name;
  openList(false);
  showTab("map");
  choose(id, true);
}

$("search").addEventListener("input", suggest);
$("search").addEventListener("focus", () => { if ($("search").value) suggest(); });
$("search").addEventListener("blur", () => openList(false));
$("search").addEventListener("keydown", (event) => {
  const act = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => pick(active), Escape: () => openList(false) }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
