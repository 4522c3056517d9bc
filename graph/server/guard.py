"""What a query may not do here: change the store, or reach another host through it."""

from __future__ import annotations

import re

from whosat.ontology.errors import QueryError

# Strings, IRIs, comments, variables and prefixed names are data: a keyword inside them means nothing. Long
# quotes come before short ones.
_DATA = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|\#[^\n\r]*"
    r"|[?$]\w+"
    r"|(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:%\\.-]*[\w:%\\-])?",
    re.DOTALL,
)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)
_QUERY_FORM = re.compile(r"\b(?:SELECT|CONSTRUCT|DESCRIBE|ASK)\b", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def _bare(query: str) -> str:
    return _DATA.sub(" ", query)


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else " "


def names_its_dataset(query: str) -> bool:
    """Whether the query says with `FROM` which graphs it looks at."""
    return bool(_FROM.search(_bare(query)))


def refuse_what_is_not_reading(query: str) -> None:
    """Raise a QueryError for an update or a `SERVICE` clause; a query that only reads passes."""
    # SPARQL lets any letter be written as an escape, keywords included (SPARQL 1.1 Query, 19.2)
    for form in (query, _ESCAPE.sub(_letter, query)):
        _refuse(_bare(form))


def _refuse(bare: str) -> None:
    if _SERVICE.search(bare):
        raise QueryError(
            "The query asks another server with SERVICE, which is not allowed here.",
            "Ask this store alone; nothing leaves this machine.",
        )
    update, form = _UPDATE.search(bare), _QUERY_FORM.search(bare)
    if update and (form is None or update.start() < form.start()):
        raise QueryError(
            f"The request would change the store ({update.group().upper()}); this endpoint only reads.",
            "Corrections go into decisions.csv and outlive the next build.",
        )
