"""Phone numbers and e-mail addresses beside a name: kept apart from everything else."""

from __future__ import annotations

from whosat.extract.components.records import ContactRecord
from whosat.extract.components.roster_words import EMAIL, PHONE


def contacts_in(text: str, base: int) -> list[ContactRecord]:
    """The contact details in a text that stands at `base`."""
    found = [
        ContactRecord("e-mail", m.group(), (base + m.start(), base + m.end())) for m in EMAIL.finditer(text)
    ]
    found += [
        ContactRecord("phone", m.group().strip(), (base + m.start(), base + m.end()))
        for m in PHONE.finditer(EMAIL.sub(lambda mail: " " * len(mail.group()), text))
    ]
    return sorted(found, key=lambda one: one.where)
