// Suggestions below a search box: a combobox that works by keyboard and is told to screen readers.
"use strict";
(() => {
  const KINDS = { board: "Board", organisation: "Organisation", person: "Person", strategy: "Strategy", legislation: "Legislation" };

  function attach(input, number) {
    const list = document.createElement("ul");
    list.className = "found";
    list.id = `found-${number}`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Names found");
    input.after(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
      input.setAttribute(name, value);
    }
    let hits = [], chosen = -1, asked = 0, timer = 0;

    function show(found) {
      hits = found;
      chosen = -1;
      list.replaceChildren(...found.map((hit, n) => {
        const item = document.createElement("li"), name = document.createElement("bdi"), kind = document.createElement("small");
        item.id = `${list.id}-${n}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        name.textContent = hit.name;
        kind.textContent = hit.form ? `${hit.form} · ${KINDS[hit.kind] ?? hit.kind}` : KINDS[hit.kind] ?? hit.kind;
        item.append(name, kind);
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(n); });
        return item;
      }));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      input.removeAttribute("aria-activedescendant");
    }

    function choose(n) {
      chosen = n;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
      if (n >= 0) {
        input.setAttribute("aria-activedescendant", list.children[n].id);
        list.children[n].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function take(n) {
      const hit = hits[n];
      if ("go" in input.dataset) {
        location.href = hit.url;
      } else {
        input.value = hit.name;
        show([]);
      }
    }

    async function look() {
      const typed = input.value.trim(), mine = ++asked;
      if (typed.length < 2) return show([]);
      const query = new URLSearchParams({ q: typed, kinds: input.dataset.kinds ?? "" });
      try {
        const found = await (await fetch(`/suggest?${query}`)).json();
        if (mine === asked && document.activeElement === input) show(found);
      } catch {
        if (mine === asked) show([]);
      }
    }

    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 120); });
    input.addEventListener("blur", () => show([]));
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const last = hits.length - 1;
      if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : -1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
      else if (event.key === "Enter" && chosen >= 0) take(chosen);
      else if (event.key === "Escape") show([]);
      else return;
      event.preventDefault();
    });
  }

  document.querySelectorAll("[data-suggest]").forEach(attach);
})();
