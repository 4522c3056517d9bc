"""Whatever the text, its tokens make it up again, and cost time in proportion."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from whosat.extract.tokenizing import LONGEST_RUN, BoundedTokenizer

BOUNDED = BoundedTokenizer(spacy.blank("en").tokenizer)
RUNS = st.lists(
    st.one_of(
        st.text(max_size=12), st.text("(-x.'", min_size=LONGEST_RUN, max_size=LONGEST_RUN * 3), st.just(" ")
    ),
    max_size=6,
)


@given(RUNS)
def test_tokens_make_up_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert BOUNDED(text).text == text


def test_no_token_of_a_long_run_is_longer_than_a_piece() -> None:
    doc = BOUNDED("Present " + "(" * 12_000 + " Ada")
    assert max(len(token) for token in doc) <= LONGEST_RUN
    assert [doc[0].text, doc[-1].text] == ["Present", "Ada"]
    assert 12_002 <= len(doc) <= 12_003


def test_ordinary_text_is_cut_as_ever() -> None:
    text = "Ada Ferrier (Chair) – Quayside Council, don't."
    assert [t.text for t in BOUNDED(text)] == [t.text for t in BOUNDED.inner(text)]
