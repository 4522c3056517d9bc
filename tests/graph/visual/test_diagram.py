from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosat.graph.diagram import draw_diagram, save_pages
from whosat.graph.diagram_layout import PAPERS
from whosat.graph.diagram_paper import Box, Page, Words, text_width, to_svg, wrap
from whosat.graph.diagram_plan import plan
from whosat.graph.view import Seat, Thing, Tie, View
from whosat.ontology.errors import InputError
from whosat.ontology.facts import Kind, Relation


def boxes(page: Page) -> list[tuple[float, float, float, float]]:
    return [(s.x, s.y, s.x + s.width, s.y + s.height) for s in page.shapes if isinstance(s, Box) and s.card]


def texts(page: Page) -> list[tuple[float, float, float, float]]:
    found = []
    for shape in page.shapes:
        if isinstance(shape, Words) and shape.text:
            left = {"start": shape.x, "middle": shape.x - shape.width / 2, "end": shape.x - shape.width}[
                shape.anchor
            ]
            found.append((left, shape.y - shape.size * 0.75, left + shape.width, shape.y + shape.size * 0.2))
    return found


def clashes(rectangles: list[tuple[float, float, float, float]], slack: float = 0.01) -> list:
    return [
        (a, b)
        for n, a in enumerate(rectangles)
        for b in rectangles[n + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack
    ]


def check(page: Page) -> None:
    assert clashes(boxes(page)) == []
    assert clashes(texts(page)) == []
    for left, top, right, bottom in [*boxes(page), *texts(page)]:
        assert left >= 0 and top >= 0 and right <= page.width + 0.01 and bottom <= page.height + 0.01
    for text in texts(page):
        for box in boxes(page):
            outside = text[2] <= box[0] or text[0] >= box[2] or text[3] <= box[1] or text[1] >= box[3]
            inside = (
                text[0] >= box[0] and text[2] <= box[2] + 0.01 and text[1] >= box[1] and text[3] <= box[3]
            )
            assert outside or inside
    assert min(shape.size for shape in page.shapes if isinstance(shape, Words)) >= 7


SECTORS = ["", "public", "q" * 80]
names = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(["Harbour Partnership", "A", "Strategic " * 9, "x" * 300, "مجلس الميناء", "</text>&<b>"]),
)


@st.composite
def views(draw: st.DrawFn) -> View:
    boards = [Thing(f"board/{n}", Kind.BOARD, draw(names), active=draw(st.sampled_from([None, False])))
              for n in range(draw(st.integers(1, 24)))]  # fmt: skip
    sector = st.sampled_from(SECTORS)
    others = [Thing(f"organisation/{n}", Kind.ORGANISATION, draw(names), sector=draw(sector))
              for n in range(draw(st.integers(0, 14)))]  # fmt: skip
    plans = [Thing(f"strategy/{n}", Kind.STRATEGY, draw(names)) for n in range(draw(st.integers(0, 9)))]
    people = [Thing("person/0", Kind.PERSON, draw(names)), Thing("person/1", Kind.PERSON, draw(names))]
    key = st.sampled_from([thing.key for thing in boards])
    any_key = st.sampled_from([thing.key for thing in (*boards, *others, *plans)])
    ties = [
        Tie(a, Relation.SUBGROUP_OF, b) for a, b in draw(st.lists(st.tuples(key, key), max_size=26)) if a != b
    ]
    ties += [
        Tie(a, r, b)
        for a, r, b in draw(st.lists(st.tuples(key, st.sampled_from(Relation), any_key), max_size=26))
        if a != b
    ]
    seats = [Seat("person/0", draw(key), draw(st.sampled_from(["", "Chair"])), other.key) for other in others]
    return View((*boards, *others, *plans, *people), tuple(seats), tuple(ties), (), "2020-02-29", 3)


@settings(deadline=None, max_examples=25)
@given(views(), st.sampled_from(sorted(PAPERS)))
def test_no_box_and_no_word_covers_another(view: View, paper: str) -> None:
    for page in draw_diagram(view, "board/0", paper):
        check(page)


@pytest.mark.parametrize("paper", sorted(PAPERS))
@pytest.mark.parametrize("shape", ["wide", "deep", "tall above", "broad above", "many strategies"])
def test_charts_of_any_shape_fit_their_paper(shape: str, paper: str) -> None:
    other = Kind.STRATEGY if shape == "many strategies" else Kind.BOARD
    things = [Thing("board/0", Kind.BOARD, "Harbour Partnership")]
    things += [
        Thing(f"{other.value}/{n}", other, f"Group {n} for the quays and the sands of the bay")
        for n in range(1, 120)
    ]
    keys = [thing.key for thing in things]
    ties = {
        "wide": [Tie(key, Relation.SUBGROUP_OF, keys[0]) for key in keys[1:]],
        "deep": [Tie(b, Relation.SUBGROUP_OF, a) for a, b in pairwise(keys)],
        "tall above": [Tie(a, Relation.SUBGROUP_OF, b) for a, b in pairwise(keys)],
        "broad above": [Tie(keys[0], Relation.REPORTS_TO, key) for key in keys[1:]],
        "many strategies": [Tie(keys[0], Relation.DELIVERS, key) for key in keys[1:]],
    }[shape]
    pages = draw_diagram(View(tuple(things), (), tuple(ties)), "board/0", paper)
    drawn = " ".join(s.text for page in pages for s in page.shapes if isinstance(s, Words))
    assert all(f"Group {n} " in drawn for n in range(1, 120))
    for page in pages:
        check(page)


def test_the_plan_says_what_surrounds_a_body(harbour: View) -> None:
    chart = plan(harbour, "board/harbour")
    assert [[card.name for card in layer] for layer in chart.above] == [["Coastal Forum"]]
    assert [(b.card.name, b.card.inactive) for b in chart.branches] == [
        ("Safer Quays Group", False),
        ("Tides and Sands Group", True),
    ]
    assert [b.card.name for b in chart.branches[0].below] == ["Pilots Task Group"]
    assert chart.branches[0].card.lines == ("Chair: Ben Strand (2010)",)
    assert chart.body.lines[0] == "Chair: Ada Quill (Westmouth Borough Council, 2018)"
    assert [(card.name, card.lines) for card in chart.wider] == [("Westmouth Borough Council", ("Hosts it",))]
    assert [card.name for card in chart.strategies] == ["Clean Water Plan"]
    sections = {section.title: section for section in chart.sections}
    assert [group for group, _ in sections["Organisations represented, by sector"].groups] == [
        "public",
        "voluntary",
    ]
    assert sections["Earlier and later names"].groups[0][1][0].former
    assert chart.newest == "2018-05-02"


def test_a_group_that_bears_the_name_of_a_body_stands_below_it_and_says_why() -> None:
    names = ("Tidal Partnership", "Tidal Partnership Executive", "Tidal Partnership Strategic Group")
    boards = (*names, "Tidal Partnership Rowing Club")
    things = tuple(Thing(f"board/{n}", Kind.BOARD, name) for n, name in enumerate(boards))
    ties = (Tie("board/1", Relation.REPORTS_TO, "board/2"),)
    chart = plan(View(things, (), ties), "board/0")
    (strategic,) = chart.branches
    assert (strategic.card.name, strategic.card.lines) == (names[2], ("Part of it by its name",))
    assert [branch.card.name for branch in strategic.below] == [names[1]]
    assert strategic.below[0].card.lines == ("Reports to it", "Also under Tidal Partnership")
    stated = plan(View(things, (), (Tie("board/1", Relation.REPORTS_TO, "board/0"),)), "board/0")
    assert stated.branches[0].card.lines == ("Reports to it",)


def test_a_group_of_two_bodies_of_a_chart_hangs_under_the_lower_one() -> None:
    things = tuple(Thing(f"board/{n}", Kind.BOARD, f"Group {n}") for n in range(4))
    pairs = ((1, 0), (2, 0), (2, 1), (3, 2), (2, 3))  # 2 and 3 stand under each other
    ties = tuple(Tie(f"board/{a}", Relation.SUBGROUP_OF, f"board/{b}") for a, b in pairs)
    (first,) = plan(View(things, (), ties), "board/0").branches
    assert [first.card.name, first.below[0].card.name] == ["Group 1", "Group 2"]
    assert first.below[0].below[0].card.name == "Group 3"
    flat = plan(View(things, (), ties), "board/0", depth=1).branches
    assert [branch.card.name for branch in flat] == ["Group 1", "Group 2"]


def test_depth_limits_the_layers_below(harbour: View) -> None:
    assert plan(harbour, "board/harbour", depth=1).branches[0].below == ()


def test_bodies_that_report_to_each_other_in_a_ring_are_drawn_once() -> None:
    things = tuple(Thing(f"board/{n}", Kind.BOARD, f"Board {n}") for n in range(3))
    ties = tuple(Tie(f"board/{n}", Relation.REPORTS_TO, f"board/{(n + 1) % 3}") for n in range(3))
    (page,) = draw_diagram(View(things, (), ties), "board/0")
    assert len(boxes(page)) == 3


def test_inactive_bodies_are_dashed_and_said_to_be(harbour: View) -> None:
    (page,) = draw_diagram(harbour, "board/harbour")
    dashed = [s for s in page.shapes if isinstance(s, Box) and s.card and s.dashed]
    assert [box.tip for box in dashed] == ["Tides and Sands Group", "Harbour Liaison Committee"]
    assert "Inactive" in [s.text for s in page.shapes if isinstance(s, Words)]


def test_svg_is_well_formed_and_its_text_is_text(harbour: View, hostile: View) -> None:
    (page,) = draw_diagram(harbour, "board/harbour")
    texts = [
        "".join(e.itertext()) for e in ET.fromstring(to_svg(page)).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert "Safer Quays Group" in texts
    assert "Newest evidence: 2 May 2018" in texts
    for sheet in draw_diagram(hostile, "board/0"):
        svg = ET.fromstring(to_svg(sheet))
        assert {e.tag.rpartition("}")[2] for e in svg.iter()} <= {"svg", "title", "rect", "text", "polyline"}


def test_files_are_written_and_the_same_each_time(harbour: View, tmp_path: Path) -> None:
    heads = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}
    for turn in ("one", "two"):
        pages = draw_diagram(harbour, "board/harbour", "A4")
        save_pages(pages, [tmp_path / turn / f"chart.{form}" for form in heads])
    for form, head in heads.items():
        one = (tmp_path / "one" / f"chart.{form}").read_bytes()
        assert one.startswith(head)
        assert one == (tmp_path / "two" / f"chart.{form}").read_bytes()
    assert re.search(rb"/FontFile2|/FontFile3|/Type /Font", (tmp_path / "one" / "chart.pdf").read_bytes())


def test_names_from_anywhere_can_be_printed(hostile: View, tmp_path: Path) -> None:
    pages = draw_diagram(hostile, "board/0")
    for path in save_pages(pages, [tmp_path / "chart.png", tmp_path / "chart.pdf"]):
        assert path.stat().st_size > 10_000


def test_a_second_sheet_has_a_file_of_its_own(tmp_path: Path) -> None:
    things = tuple(Thing(f"board/{n}", Kind.BOARD, f"Board {n}") for n in range(150))
    ties = tuple(Tie(f"board/{n}", Relation.SUBGROUP_OF, "board/0") for n in range(1, 150))
    written = save_pages(draw_diagram(View(things, (), ties), "board/0", "A4"), [tmp_path / "chart.svg"])
    assert [path.name for path in written[:2]] == ["chart.svg", "chart-2.svg"]


def test_unknown_paper_and_format_are_said(harbour: View, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no paper"):
        draw_diagram(harbour, "board/harbour", "A9")
    with pytest.raises(InputError, match="can't be written"):
        save_pages(draw_diagram(harbour, "board/harbour"), [tmp_path / "a.svg", tmp_path / "chart.docx"])
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=120), st.floats(30, 200))
@settings(deadline=None, max_examples=80)
def test_wrapped_lines_are_no_wider_than_asked(text: str, width: float) -> None:
    assert all(text_width(line, 9) <= width for line in wrap(text, width, 9))
