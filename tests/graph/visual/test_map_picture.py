from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from whosat.graph.diagram import save_pages
from whosat.graph.diagram_paper import Words, to_svg
from whosat.graph.map_picture import draw_map
from whosat.graph.view import View


def labels(page) -> list[tuple[float, float, float, float]]:
    return [
        (s.x - s.width / 2, s.y - s.size * 0.75, s.x + s.width / 2, s.y + s.size * 0.2)
        for s in page.shapes
        if isinstance(s, Words) and s.anchor == "middle"
    ]


def test_no_label_covers_another(harbour: View, hostile: View) -> None:
    for view in (harbour, hostile):
        boxes = labels(draw_map(view))
        for number, a in enumerate(boxes):
            for b in boxes[number + 1 :]:
                assert min(a[2], b[2]) - max(a[0], b[0]) <= 0.01 or min(a[3], b[3]) - max(a[1], b[1]) <= 0.01


def test_linked_things_are_named_and_inactive_ones_said_to_be(harbour: View) -> None:
    texts = " ".join(
        e.text or "" for e in ET.fromstring(to_svg(draw_map(harbour))).iter() if e.tag.endswith("text")
    )
    assert "(inactive)" in texts
    assert "Ada Quill" in texts
    assert "Unlinked Society" not in texts


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_picture_each_time(harbour: View, tmp_path: Path, form: str) -> None:
    one, two = (save_pages((draw_map(harbour),), [tmp_path / f"{n}.{form}"])[0].read_bytes() for n in "ab")
    assert one == two
    assert len(one) > 2_000


def test_an_empty_map_is_a_picture(tmp_path: Path) -> None:
    assert ET.fromstring(to_svg(draw_map(View())))
