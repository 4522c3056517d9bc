// The panel: all that is known of what was chosen, each fact with the words it rests on.
const link = (id) => el("button", { class: "go", type: "button", onclick: () => choose(id, true) }, named(things[id].name));

function words(fact) {
  const found = (fact.sources || []).map((number) => data.sources[number]);
  if (!found.length) return null;
  const quotes = found.map(([document, line, quote, date]) => {
    const where = [data.documents[document], line ? `line ${line}` : "", day(date)].filter(Boolean).join(", ");
    return el("blockquote", {}, named(quote), el("cite", {}, shown(where)));
  });
  return el("details", { class: "words" }, el("summary", {}, found.length > 1 ? `${found.length} passages` : "Where it says so"), ...quotes);
}

function fine(...parts) {
  const told = parts.filter(Boolean).join(" · ");
  return told ? el("div", { class: "fine" }, told) : null;
}

function seatItem(fact, other) {
  const head = el("div", {}, link(other));
  if (fact.role) head.append(" ", el("span", { class: "tag" }, shown(fact.role)));
  if (fact.ended) head.append(" ", el("span", { class: "tag" }, "ended"));
  const item = el("li", {}, head);
  if (fact.holder !== undefined) item.append(el("div", {}, "for ", link(fact.holder)));
  if (fact.deputy !== undefined) item.append(el("div", {}, "deputising for ", link(fact.deputy)));
  item.append(fine(fact.sector && `${fact.sector} sector`, fact.inferred ? "inferred from attendance" : "stated", seen(fact)) || "", words(fact) || "");
  return item;
}

function visitItem(fact, other) {
  const item = el("li", {}, el("div", {}, link(other)));
  if (fact.holder !== undefined) item.append(el("div", {}, "from ", link(fact.holder)));
  item.append(fine(fact.role, fact.post, plural(fact.count, "meeting"), seen(fact).replace("seen ", "")) || "", words(fact) || "");
  return item;
}

function tieItem(fact, id) {
  const [forth, back] = data.phrases[fact.role] || ["is linked to", "is linked to"];
  const outward = fact.from === id;
  const item = el("li", {}, el("div", {}, `${outward ? forth : back} `, link(outward ? fact.to : fact.from)));
  item.append(fine(seen(fact).replace("seen ", "said ")) || "", words(fact) || "");
  return item;
}

function section(title, items) {
  return items.length ? [el("h3", {}, `${title} (${items.length})`), el("ul", {}, ...items)] : [];
}

const byOther = (id) => (a, b) => things[a.from === id ? a.to : a.from].name.localeCompare(things[b.from === id ? b.to : b.from].name, "en");
const chairFirst = (a, b) => /chair/i.test(b.role || "") - /chair/i.test(a.role || "");

function panelParts(id) {
  const own = facts.filter((fact) => fact.from === id || fact.to === id || fact.holder === id).sort(byOther(id));
  const seats = own.filter((fact) => fact.what === "seat");
  const members = seats.filter((fact) => fact.to === id && !fact.job).sort(chairFirst);
  const heldFor = seats.filter((fact) => fact.holder === id);
  const visits = own.filter((fact) => fact.what === "visit");
  return [
    ...section("Links", own.filter((fact) => fact.what === "tie").map((fact) => tieItem(fact, id))),
    ...section("Members", members.map((fact) => seatItem(fact, fact.from))),
    ...section("Sits on", seats.filter((fact) => fact.from === id && !fact.job).map((fact) => seatItem(fact, fact.to))),
    ...section("Posts held in it", seats.filter((fact) => fact.to === id && fact.job).map((fact) => seatItem(fact, fact.from))),
    ...section("Works for", seats.filter((fact) => fact.from === id && fact.job).map((fact) => seatItem(fact, fact.to))),
    ...section("Represented on", heldFor.map((fact) => {
      const item = seatItem({ ...fact, holder: undefined }, fact.to);
      item.firstChild.append(" by ", link(fact.from));
      return item;
    })),
    ...section(kindOf(id) === "person" ? "Meetings" : "At its meetings", visits.filter((fact) => fact.holder !== id)
      .map((fact) => visitItem(fact, fact.from === id ? fact.to : fact.from))),
    ...section("Sent to meetings", visits.filter((fact) => fact.holder === id && fact.to !== id).map((fact) => {
      const item = visitItem({ ...fact, holder: undefined }, fact.from);
      item.firstChild.append(" to ", link(fact.to));
      return item;
    })),
  ];
}

function showPanel(id) {
  const panel = $("panel");
  document.body.classList.toggle("reading", id !== null);
  panel.hidden = id === null;
  if (id === null) return;
  const thing = things[id];
  const close = el("button", { type: "button", "aria-label": "Close", onclick: () => choose(null) }, "✕");
  const kind = el("div", { class: "kind" }, symbol(thing.kind), KIND_WORDS[thing.kind] || "", close);
  const parts = panelParts(id);
  panel.replaceChildren(kind, el("h2", {}, named(thing.name)), about(thing), acts(id), ...parts);
  if (!parts.length) panel.append(el("p", { class: "note" }, "Named in the documents; no seat and no link is known."));
  panel.scrollTop = 0;
}

function about(thing) {
  const told = el("div", { class: "fine" });
  if (thing.active === false) told.append(el("div", {}, el("span", { class: "tag" }, "inactive")));
  if (thing.sector) told.append(el("div", {}, `${shown(thing.sector)} sector`));
  if (thing.years) told.append(el("div", {}, thing.years));
  if (thing.aliases) told.append(el("div", {}, "Also written: ", ...thing.aliases.flatMap((form, i) => [i ? "; " : "", named(form)])));
  return told;
}

function acts(id) {
  const only = el("button", { type: "button", onclick: () => focusOn(id) }, "Show only what touches it");
  const row = el("div", { class: "acts" }, degree[id] ? only : "");
  if (data.pages) row.append(el("a", { class: "page", href: data.pages + things[id].key }, "Its page, with all sources"));
  if (many && kindOf(id) === "board" && !state.kinds.has("person")) {
    const open = state.unfolded.has(id);
    row.append(el("button", { type: "button", onclick: () => { open ? state.unfolded.delete(id) : state.unfolded.add(id); draw(); showPanel(id); } },
      open ? "Fold its members" : "Unfold its members"));
  }
  return row;
}
