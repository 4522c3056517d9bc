"""The tokens: delimiters stand alone, names stay whole, nothing is lost."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from whosat.extract.model import tokens

NLP = spacy.blank("en")
NLP.tokenizer = tokens.tokenizer(NLP.vocab)


def cut(text: str) -> list[str]:
    return [token.text for token in NLP.make_doc(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith(JS)-Org", ["Smith", "(", "JS", ")", "-", "Org"]),
        ("Ann JonesNorthtown Council", ["Ann", "Jones", "Northtown", "Council"]),
        ("O'Hara McGinty", ["O'Hara", "McGinty"]),
        ("Ann's St. Mary’s", ["Ann", "'s", "St", ".", "Mary", "’s"]),
        ("Lee,HMCTS\tA\nB", ["Lee", ",", "HMCTS", "\t", "A", "\n", "B"]),
        ("J.P.Smith", ["J.", "P.", "Smith"]),
        ("example.org", ["example.org"]),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(max_size=60))
def test_no_character_is_lost(text: str) -> None:
    doc: Doc = NLP.make_doc(text)
    assert doc.text == text


def test_survives_being_saved(tmp_path: object) -> None:
    tokens.register()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokens.NAME}}})
    nlp.to_disk(f"{tmp_path}/pipeline")
    again = spacy.load(f"{tmp_path}/pipeline")
    text = "Mr.A.Lee (Chair) – Ann's.\tB/C"
    assert [token.text for token in again.make_doc(text)] == cut(text)
