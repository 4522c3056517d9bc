// What the page was given, and what follows from it: lines between pairs, neighbours, years.
const data = JSON.parse(document.getElementById("data").textContent);
const things = data.nodes;
const facts = data.edges;
const $ = (id) => document.getElementById(id);
const KINDS = ["board", "organisation", "person", "strategy"];
const KIND_WORDS = { board: "Board", organisation: "Organisation", person: "Person", strategy: "Strategy" };

facts.forEach((fact, number) => {
  fact.id = number;
  fact.y1 = fact.first ? +fact.first.slice(0, 4) : null;
  fact.y2 = fact.last ? +fact.last.slice(0, 4) : fact.y1;
});

// One line a pair of things, whatever the number of facts between them.
const lines = [];
const lineOf = new Map();
function addLine(from, to, what, fact) {
  if (from === to || from === undefined || to === undefined) return;
  const pair = what === "tie" ? `${from}>${to}` : `${from}-${to}`;
  let line = lineOf.get(pair);
  if (!line) {
    line = { id: lines.length, from, to, what, facts: [] };
    lineOf.set(pair, line);
    lines.push(line);
  }
  if (what === "seat" && line.what === "visit") line.what = "seat";
  line.facts.push(fact);
}
for (const fact of facts) {
  addLine(fact.from, fact.to, fact.what, fact);
  if (fact.holder !== undefined) {
    addLine(fact.from, fact.holder, "holder", fact); // drawn while the person is shown
    if (fact.what === "seat") addLine(fact.holder, fact.to, "held", fact); // and in their place while not
  }
}

const around = things.map(() => []);
for (const line of lines) {
  around[line.from].push(line);
  around[line.to].push(line);
}
const degree = around.map((found) => found.length);
const kindOf = (id) => things[id].kind;
const isSeat = (fact) => fact.what === "seat" && !fact.deputy && !fact.job;

// Bodies that a person sits on, or that an organisation is represented on.
const bodiesOf = things.map(() => new Set());
for (const fact of facts) {
  if (!isSeat(fact) || kindOf(fact.to) !== "board") continue;
  bodiesOf[fact.from].add(fact.to);
  if (fact.holder !== undefined) bodiesOf[fact.holder].add(fact.to);
}

const years = [...new Set(facts.flatMap((f) => [f.y1, f.y2]).filter((y) => y !== null))].sort((a, b) => a - b);
const undated = facts.filter((fact) => fact.y1 === null).length;
const seenIn = (fact, year) => fact.y1 === null || (fact.y1 <= year && year <= fact.y2);

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];
function day(iso) {
  if (!iso) return "";
  const [y, m, d] = iso.split("-");
  return `${+d} ${MONTHS[+m - 1]} ${y}`;
}
function seen(fact) {
  if (!fact.first && !fact.last) return "";
  if (!fact.last || fact.first === fact.last) return `seen ${day(fact.first)}`;
  return `seen ${day(fact.first) || "?"} to ${day(fact.last)}`;
}
const plural = (n, one, many = one + "s") => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
// Marks that turn the direction of writing are kept out of what is drawn; the words themselves stay.
const shown = (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f\u007f]/g, "");

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}
const named = (text) => el("bdi", {}, shown(text));

function symbol(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shapes = { board: "M-7-7H7V7H-7z", organisation: "M0-9 9 0 0 9-9 0z", strategy: "M0-8 8 7-8 7z",
    person: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" };
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "-10 -10 20 20");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", shapes[kind] || shapes.person);
  path.setAttribute("class", kind);
  svg.append(path);
  return svg;
}
