"""The count that shows nothing was lost in silence: facts in = facts stored + said again + set aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from whosat.ontology.facts import Passage


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """A fact that was read and is not in the graph: its document, kind, content in words, why, and where."""

    document: str
    kind: str
    text: str
    reason: str
    passage: Passage | None


@dataclass(slots=True)
class Tally:
    """Facts by kind: read, stored, said again within one document (one node, several passages), set aside."""

    read: Counter[str] = field(default_factory=Counter)
    stored: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)
    aside: list[SetAside] = field(default_factory=list)
    _nodes: set[str] = field(default_factory=set)

    def store(self, kind: str, node: str) -> None:
        """Count a fact that now stands in the graph as `node`."""
        self.read[kind] += 1
        (self.again if node in self._nodes else self.stored)[kind] += 1
        self._nodes.add(node)

    def set_aside(self, what: SetAside) -> None:
        """Count a fact that can't be stated."""
        self.read[what.kind] += 1
        self.aside.append(what)

    def missing(self) -> int:
        """Facts read that are accounted for nowhere: 0, or something is wrong with the program."""
        return self.read.total() - self.stored.total() - self.again.total() - len(self.aside)
