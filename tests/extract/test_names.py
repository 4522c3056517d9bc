"""Names of people: titles, order, capitals, initials."""

from __future__ import annotations

import pytest

from whosat.extract.names import initials_fit, initials_of, read_name


@pytest.mark.parametrize(
    ("written", "name", "title"),
    [
        ("Cllr Ann Bell", "Ann Bell", "Cllr"),
        ("Smith, John (Dr)", "John Smith", "Dr"),
        ("SMITH, John", "John Smith", None),
        ("SMITH John", "John Smith", None),
        ("Professor Sir Neil Shaw", "Neil Shaw", "Professor Sir"),
        ("Baroness Stow of Beech MBE", "Baroness Stow of Beech", "Baroness"),
        ("Dr. A. B. MCDONALD OBE", "A. B. McDonald", "Dr."),
        ("Abd al-Rahman", "Abd al-Rahman", None),
        ("J.P. Smith", "J.P. Smith", None),
    ],
)
def test_a_name_is_read_in_the_order_and_capitals_of_speech(
    written: str, name: str, title: str | None
) -> None:
    read = read_name(written)
    assert read is not None
    assert (read.name, read.honorific) == (name, title)


def test_initials_of_double_names() -> None:
    assert initials_of("Vera Long-Thorn") == "VL-T"
    assert initials_fit("VLT", "Vera Long-Thorn")
    assert initials_fit("GSc", "Greta Schmitt")
    assert not initials_fit("JT", "Jill Packman")
