"""Whom a row of the decisions means: names as people type them, narrowed by document or organisation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from whosat.graph.resolve_names import parse
from whosat.graph.resolve_register import family
from whosat.ontology.facts import DocumentFacts, Entity, Kind, Mention
from whosat.ontology.identifiers import slug


@dataclass(frozen=True, slots=True)
class Reference:
    """A name as typed in a decision, and the documents or organisations it is narrowed to."""

    name: str
    narrowed: tuple[str, ...] = ()

    @classmethod
    def read(cls, typed: str, document: str = "") -> Reference:
        """Take "Name [narrowed to]" apart."""
        found = re.fullmatch(r"(.*?)\s*\[(.*)\]\s*", typed)
        name, inside = (found.group(1), found.group(2)) if found else (typed, "")
        return cls(slug(name), tuple(slug(part) for part in (inside, document) if part))

    def reads(self, written: str) -> bool:
        """Whether a name as written is this one, but for case, accents and punctuation."""
        return slug(written) == self.name


class Index:
    """All mentions of a corpus by their names."""

    def __init__(self, documents: Sequence[DocumentFacts]) -> None:
        self.documents = tuple(documents)
        self._documents = {document.sha256: document for document in documents}
        self._by_name: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
        self._kinds: dict[Mention, Kind] = {}
        for document in documents:
            for entity in document.entities:
                self._add(Mention(document.sha256, entity.name), entity)

    def _add(self, mention: Mention, entity: Entity) -> None:
        self._kinds[mention] = entity.kind
        forms = {slug(form) for form in (entity.name, *entity.aliases)}
        if entity.kind is Kind.PERSON:
            forms.add(slug(parse(entity.name).whole))
        for form in forms:
            self._by_name[form].append((mention, entity))

    def find(self, typed: str, document: str) -> list[Mention]:
        """The mentions a typed name means, in order."""
        reference = Reference.read(typed, document)
        found = [mention for mention, _ in self._by_name.get(reference.name, [])]
        return sorted(
            {mention for mention in found if all(self._within(mention, part) for part in reference.narrowed)}
        )

    def alike(self, left: Mention, right: Mention) -> bool:
        """Whether two mentions are of one family (people, bodies, …), so that they can be one."""
        return family(self._kinds[left]) == family(self._kinds[right])

    def _within(self, mention: Mention, part: str) -> bool:
        document = self._documents[mention.document]
        if part in (slug(document.identifier), slug(re.sub(r"\.\w+$", "", document.identifier))):
            return True
        bodies = {fact.representing for fact in document.attendances if fact.person == mention.name}
        bodies |= {fact.representing for fact in document.memberships if fact.member == mention.name}
        bodies |= {fact.body for fact in document.memberships if fact.member == mention.name}
        return part in {slug(body) for body in bodies if body}
