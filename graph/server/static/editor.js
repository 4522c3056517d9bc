// The SPARQL editor: examples at a choice, Ctrl+Enter to run, the result as a map on the page.
"use strict";
(() => {
  const form = document.getElementById("editor"), query = document.getElementById("query");
  const examples = document.getElementById("examples"), example = document.getElementById("example");
  const link = document.getElementById("as-map"), drawing = document.getElementById("drawing");
  examples.hidden = false;
  example.addEventListener("change", () => {
    if (!example.value) return;
    query.value = example.value;
    query.focus();
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const picture = document.createElement("img");
    picture.src = link.href;
    picture.alt = "A map of what the query found; the table below has the same in words";
    drawing.replaceChildren(picture);
    drawing.hidden = false;
  });
})();
