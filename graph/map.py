"""The map: one page that opens offline, with search, filters, years, and the words behind each fact.

pyvis carries the graph into vis-network; the page around it is ours (graph/templates), because pyvis's own
calls a content network for Bootstrap even when told to inline, and puts headings into the page as they come.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from whosat.graph.map_data import Places, find_places, payload
from whosat.graph.view import View

OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": False,
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "tooltipDelay": 1e9,
    },
    "edges": {"smooth": False, "selectionWidth": 1, "hoverWidth": 0.5},
    "nodes": {"borderWidth": 1.5, "chosen": False},
}
SCRIPTS = (
    "map_facts.js",
    "map_filter.js",
    "map_draw.js",
    "map_search.js",
    "map_panel.js",
    "map_table.js",
    "map_page.js",
)


def default_title(area: str | None) -> str:
    """What stands above a map of that area."""
    return f"Who sits on which board in {area}" if area else "Who sits on which board"


def map_html(
    view: View, title: str = "Who sits on which board", pages: str = "", places: Places | None = None
) -> str:
    """Return the whole page; the same view gives the same page to the byte.

    `pages` is the address under which each thing has a page of its own ("/id/"), if it is served with them;
    `places` says where things stand, if that is known already.
    """
    from jinja2 import DictLoader, Environment
    from pyvis.network import Network

    data = payload(view, places or find_places(view))
    net = Network(cdn_resources="in_line")
    net.nodes, net.edges = data.pop("nodes"), data.pop("edges")  # add_node and add_edge take quadratic time
    net.options = {}
    library, script = _library(), _script()
    page = Environment(
        loader=DictLoader({net.path: _template("map.html")}), autoescape=True, trim_blocks=True
    )
    page.globals |= {
        "title": title,
        "pages": pages,
        "style": _template("map.css"),
        "library": library,
        "script": script,
        "policy": _policy(library, script),
        "embed": lambda nodes, edges: embed(
            {**data, "nodes": nodes, "edges": edges, "options": OPTIONS, "pages": pages}
        ),
    }
    net.templateEnv = page
    html: str = net.generate_html()
    return html


def embed(data: Any) -> str:
    """Write JSON so that nothing in it can end the script block it stands in, whatever a name contains."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _template(name: str) -> str:
    return files("whosat.graph").joinpath("templates", name).read_text(encoding="utf-8")


def _script() -> str:
    parts = "\n".join(_template(name) for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def _library() -> str:
    """vis-network as pyvis brings it."""
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text(encoding="utf-8").split("//# sourceMappingURL", 1)[0]


def _policy(*scripts: str) -> str:
    """Allow these scripts and nothing else: no host, no inline handler, no script out of the data."""
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
