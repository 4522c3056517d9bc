"""The records of `ontology.facts` as JSON lines and back: one line a record, the document's own line first.

Fields that hold their default are left out, so a record gains a field without old lines becoming wrong.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from whosat.ontology.facts import (
    Action,
    Attendance,
    Contact,
    DocumentFacts,
    Entity,
    Link,
    Meeting,
    Membership,
    Unread,
)

GROUPS: Final[dict[str, type[Any]]] = {
    "entities": Entity,
    "meetings": Meeting,
    "attendances": Attendance,
    "memberships": Membership,
    "actions": Action,
    "links": Link,
    "contacts": Contact,
    "unread": Unread,
}

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def to_lines(facts: DocumentFacts) -> Iterator[str]:
    """The JSON lines of one document's facts, without line ends."""
    head = {f.name: getattr(facts, f.name) for f in dataclasses.fields(facts) if f.name not in GROUPS}
    yield _dumps({"document": {name: plain(value) for name, value in head.items() if value is not None}})
    for group in GROUPS:
        for record in getattr(facts, group):
            yield _dumps({group: plain(record)})


def from_lines(lines: Iterator[str]) -> DocumentFacts:
    """The facts of one document from its JSON lines; raises ValueError if they are not such lines."""
    try:
        return _from_lines(lines)
    except (KeyError, TypeError, StopIteration, AttributeError) as error:
        raise ValueError(f"not the facts of a document: {error!r}") from error


def _from_lines(lines: Iterator[str]) -> DocumentFacts:
    head = json.loads(next(lines))["document"]
    if "date" in head:
        head["date"] = dt.date.fromisoformat(head["date"])
    groups: dict[str, list[Any]] = {group: [] for group in GROUPS}
    for line in lines:
        for group, record in json.loads(line).items():
            groups[group].append(build(GROUPS[group], record))
    fields: dict[str, Any] = {**head, **{group: tuple(records) for group, records in groups.items()}}
    return DocumentFacts(**fields)


def plain(value: Any) -> Any:
    """A record as JSON values: dates and times in ISO form, enumerations by value, defaults left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != field.default
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def build(record: type[T], values: dict[str, Any]) -> T:
    """A record of type `record` from the JSON values that `plain` made of one."""
    decoders = _decoders(cast(Any, record))
    return record(**{name: decoders[name](value) for name, value in values.items()})


@cache
def _decoders(record: type[Any]) -> dict[str, Decoder]:
    return {name: _decoder(hint) for name, hint in get_type_hints(record).items()}


def _decoder(hint: Any) -> Decoder:
    if get_origin(hint) in (Union, types.UnionType):
        inner = _decoder(next(arm for arm in get_args(hint) if arm is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _tuple_decoder(get_args(hint))
    if dataclasses.is_dataclass(hint):
        return lambda value: build(hint, value)  # type: ignore[arg-type]  # mypy takes `hint` for an instance
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (dt.date, dt.time):
        parse: Decoder = hint.fromisoformat
        return parse
    return lambda value: value


def _tuple_decoder(arms: tuple[Any, ...]) -> Decoder:
    if len(arms) == 2 and arms[1] is Ellipsis:
        each = _decoder(arms[0])
        return lambda value: tuple(each(item) for item in value)
    decoders = [_decoder(arm) for arm in arms]
    return lambda value: tuple(decode(item) for decode, item in zip(decoders, value, strict=True))


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
