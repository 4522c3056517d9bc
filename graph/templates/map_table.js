// The same facts and names as a table: sortable, searchable, a page at a time.
const PAGE = 100;
const table = { what: "facts", sort: 0, down: false, page: 0, sought: "", rows: null };
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const quoteOf = (fact) => (fact.sources ? data.sources[fact.sources[0]] : null);

const FACT_COLUMNS = [
  ["Who", (f) => things[f.from].name, (f) => link(f.from)],
  ["How", (f) => how(f)],
  ["Body or strategy", (f) => things[f.to].name, (f) => link(f.to)],
  ["For", (f) => (f.holder === undefined ? "" : things[f.holder].name), (f) => (f.holder === undefined ? "" : link(f.holder))],
  ["First listed", (f) => f.first || "", (f) => day(f.first), "date"],
  ["Last listed", (f) => f.last || "", (f) => day(f.last), "date"],
  ["Basis", (f) => (f.what !== "seat" ? "" : f.inferred ? "inferred" : "stated")],
  ["Document", (f) => where(f)],
  ["Words", (f) => (quoteOf(f) || ["", 0, ""])[2], null, "quote"],
];
const NAME_COLUMNS = [
  ["Name", (t) => t.name, (t) => link(t.id)],
  ["Kind", (t) => KIND_WORDS[t.kind] || ""],
  ["Also written", (t) => (t.aliases || []).join("; ")],
  ["Status", (t) => (t.active === false ? "inactive" : t.active ? "active" : "")],
  ["Sector", (t) => t.sector || ""],
  ["Facts", (t) => degree[t.id]],
];

function how(fact) {
  if (fact.what === "tie") return (data.phrases[fact.role] || ["is linked to"])[0];
  if (fact.what === "visit") return `${fact.role}${fact.post ? `, ${fact.post}` : ""} (${plural(fact.count, "meeting")})`;
  const verb = fact.job ? "holds a post in" : "sits on";
  return `${verb}${fact.role ? ` as ${fact.role}` : ""}${fact.deputy === undefined ? "" : ` deputising for ${things[fact.deputy].name}`}${fact.ended ? " (ended)" : ""}`;
}
function where(fact) {
  const quote = quoteOf(fact);
  return quote ? data.documents[quote[0]] + (quote[1] ? `, line ${quote[1]}` : "") : "";
}

const columnsNow = () => (table.what === "facts" ? FACT_COLUMNS : NAME_COLUMNS);

function rowsNow() {
  const all = table.what === "facts" ? facts : things;
  const cols = columnsNow();
  const parts = plain(table.sought).split(/\s+/).filter(Boolean);
  const kept = parts.length ? all.filter((row) => {
    const text = plain(cols.map((column) => column[1](row)).join(" "));
    return parts.every((part) => text.includes(part));
  }) : [...all];
  const value = cols[table.sort][1];
  const keyed = kept.map((row) => [value(row), row]);
  keyed.sort((a, b) => (a[0] === "") - (b[0] === "") || (table.down ? -1 : 1) * collator.compare(a[0], b[0]) || a[1].id - b[1].id);
  return keyed.map(([, row]) => row);
}

function tableHead() {
  return el("tr", {}, ...columnsNow().map(([title], i) => el("th", {
    scope: "col", "aria-sort": table.sort === i ? (table.down ? "descending" : "ascending") : "none",
  }, el("button", { type: "button", onclick: () => {
    table.down = table.sort === i && !table.down;
    Object.assign(table, { sort: i, page: 0 });
    fillTable();
    $("rows").querySelectorAll("th button")[i].focus();
  } }, title))));
}

function tableRow(row) {
  return el("tr", {}, ...columnsNow().map(([, value, show, kind]) => {
    const content = show ? show(row) : value(row);
    return el("td", kind ? { class: kind } : {}, typeof content === "object" ? content : named(String(content)));
  }));
}

function fillTable() {
  const rows = rowsNow();
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  table.page = Math.min(table.page, last);
  const from = table.page * PAGE;
  $("rows").replaceChildren(el("caption", { class: "hidden" }, table.what === "facts" ? "Facts" : "Names"),
    el("thead", {}, tableHead()), el("tbody", {}, ...rows.slice(from, from + PAGE).map(tableRow)));
  $("table-count").textContent = rows.length ? `${from + 1}–${Math.min(from + PAGE, rows.length)} of ${rows.length.toLocaleString("en-GB")}` : "none";
  $("back").disabled = table.page === 0;
  $("next").disabled = table.page === last;
}

function turn(step) { table.page = Math.max(0, table.page + step); fillTable(); $("table-view").scrollTop = 0; }

function buildTable() {
  if ($("rows")) return;
  const pickWhat = el("select", { onchange: (event) => { Object.assign(table, { what: event.target.value, sort: 0, down: false, page: 0 }); fillTable(); } },
    el("option", { value: "facts" }, "Facts"), el("option", { value: "names" }, "Names"));
  const sought = el("input", { type: "search", oninput: (event) => { table.sought = event.target.value; table.page = 0; fillTable(); } });
  $("table-view").append(
    el("div", { class: "bar" }, el("label", {}, "Show", pickWhat), el("label", {}, "Find in the table", sought),
      el("span", { class: "count", id: "table-count", "aria-live": "polite" }),
      el("button", { type: "button", id: "back", onclick: () => turn(-1) }, "Previous"),
      el("button", { type: "button", id: "next", onclick: () => turn(1) }, "Next")),
    el("div", { class: "scroll" }, el("table", { id: "rows" })));
  fillTable();
}
