from __future__ import annotations

import json
from dataclasses import replace

import harbour
import pytest

from whosat.ontology.records import from_lines, to_lines


@pytest.mark.parametrize("facts", [harbour.june(), harbour.october()])
def test_facts_come_back_as_they_were(facts) -> None:
    assert from_lines(iter(list(to_lines(facts)))) == facts


def test_each_record_is_one_line_of_json_whatever_the_text() -> None:
    odd = replace(harbour.june(), text="a\u2028b\x85c\nd", title='"\\')
    lines = list(to_lines(odd))
    assert all("\n" not in line and json.loads(line) for line in lines)
    assert from_lines(iter(lines)) == odd


@pytest.mark.parametrize("lines", [[], ["{}"], ['{"document": {}}'], ["nonsense"]])
def test_what_are_no_facts_is_said(lines: list[str]) -> None:
    with pytest.raises(ValueError, match=r"facts|Expecting"):
        from_lines(iter(lines))
