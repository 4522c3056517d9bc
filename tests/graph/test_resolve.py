"""Who is one with whom: on invented corpora of known identities, and case by case."""

from __future__ import annotations

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whosat.graph import decisions
from whosat.graph.resolve import resolve
from whosat.graph.why_same import explain
from whosat.ontology.facts import Entity, Kind, Link, Mention, Relation, Resolution, Verdict
from whosat.ontology.settings import Settings

_spec = importlib.util.spec_from_file_location("invented_identities", Path(__file__).with_name("invented.py"))
assert _spec and _spec.loader
invented = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = invented
_spec.loader.exec_module(invented)


def paper(number, body, day, people, **more):
    """A paper of one meeting; `people` are (name, organisation or None)."""
    return invented.paper(number, body, day, people, **more)


def one(resolution: Resolution, *mentions: tuple[int, str]) -> bool:
    return len({resolution.key_of[Mention(invented.sha(number), name)] for number, name in mentions}) == 1


def resolved(*papers, rows: str = "", area: str | None = None) -> Resolution:
    ruled = decisions.parse("what,name,other,value,document\n" + rows) if rows else None
    return resolve(papers, Settings(area=area), ruled)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_papers_of_known_identities(seed: int) -> None:
    truth = invented.corpus(seed)
    found = resolve(truth.documents, Settings())
    people = invented.measure(truth, found, people=True)
    bodies = invented.measure(truth, found, people=False)
    assert people.precision >= 0.99, people.wrong
    assert people.recall >= 0.95, people.missed
    assert bodies.precision >= 0.97, bodies.wrong
    assert bodies.recall >= 0.93, bodies.missed


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_the_files_makes_no_difference(seed: int, order: random.Random) -> None:
    documents = invented.corpus(seed, documents=24, people=40).documents
    shuffled = list(documents)
    order.shuffle(shuffled)
    assert resolve(documents, Settings()) == resolve(shuffled, Settings())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000))
def test_every_mention_is_of_one_canonical_and_no_roster_holds_one_person_twice(seed: int) -> None:
    truth = invented.corpus(seed, documents=30, people=40)
    found = resolve(truth.documents, Settings())
    mentions = [mention for canonical in found.canonicals for mention in canonical.mentions]
    assert sorted(mentions) == sorted(truth.of)
    assert len({canonical.key for canonical in found.canonicals}) == len(found.canonicals)
    for document in truth.documents:
        listed = [found.key_of[Mention(document.sha256, a.person)] for a in document.attendances]
        assert len(set(listed)) == len(listed)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), st.data())
def test_what_was_decided_to_differ_is_never_one(seed: int, data: st.DataObject) -> None:
    documents = invented.corpus(seed, documents=20, people=30).documents
    found = resolve(documents, Settings())
    several = [c for c in found.canonicals if len(c.mentions) > 1]
    mentions = data.draw(st.sampled_from(several)).mentions
    left, right = mentions[0], mentions[-1]
    files = {document.sha256: document.identifier for document in documents}
    row = f"different,{quoted(left, files)},{quoted(right, files)},,\n"
    ruled = resolve(documents, Settings(), decisions.parse("what,name,other,value,document\n" + row))
    assert ruled.key_of[left] != ruled.key_of[right]
    assert any(
        p.verdict is Verdict.DIFFERENT and p.decided_by.startswith("decision/") for p in ruled.proposals
    )


def quoted(mention: Mention, files: dict[str, str]) -> str:
    return '"{} [{}]"'.format(mention.name.replace('"', '""'), files[mention.document])


BOARD = "Elmstead Partnership Board"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Catherine Garside", "Kate Garside"),
        ("Catherine Garside", "C. Garside"),
        ("Catherine Garside", "Catherine Anne Garside"),
        ("Catherine Garside", "Garside, Catherine"),
        ("Catherine Garside", "GARSIDE Catherine"),
        ("Catherine Garside", "Dr Catherine Garside OBE"),
        ("Catherine Garside", "Catherine Gasride"),
        ("Bill Quarmby", "W Quarmby"),
        ("Rhian Foster-Mills", "Rhian Foster Mills"),
        ("Rhian O'Dowd", "Rhian O’Dowd"),
        ("Zoë Wetherby", "Zoe Wetherby"),
    ],
)
def test_forms_of_one_name_on_one_board_for_one_organisation(first: str, second: str) -> None:
    found = resolved(
        paper(1, BOARD, "2012-03-01", [(first, "Elmstead College"), ("Una Inkpen", None)]),
        paper(2, BOARD, "2012-06-01", [(second, "Elmstead College"), ("Una Inkpen", None)]),
    )
    assert one(found, (1, first), (2, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Paul Garside", "Paula Garside"),
        ("Mark Garside", "Mary Garside"),
        ("Janet Garside", "Jane Mossop"),
        ("John A Garside", "John B Garside"),
        ("Mr Chris Garside", "Ms Chris Garside"),
    ],
)
def test_names_that_two_people_bear(first: str, second: str) -> None:
    def titled(name: str):
        title, _, rest = name.partition(" ")
        return (rest, title) if title in ("Mr", "Ms") else (name, None)

    (a, mr), (b, ms) = titled(first), titled(second)
    found = resolved(
        paper(1, BOARD, "2012-03-01", [(a, "Elmstead College")], titles={a: mr}),
        paper(2, BOARD, "2012-06-01", [(b, "Elmstead College")], titles={b: ms}),
    )
    assert not one(found, (1, a), (2, b))


def test_a_name_of_two_organisations_is_two_until_evidence_joins_it() -> None:
    apart = [
        paper(1, "Elmstead Partnership Board", "2012-03-01", [("Gethin Mossop", "Elmstead College")]),
        paper(2, "Tarnley Safety Forum", "2012-06-01", [("Gethin Mossop", "Tarnley Homes")]),
    ]
    found = resolved(*apart)
    assert not one(found, (1, "Gethin Mossop"), (2, "Gethin Mossop"))
    keys = sorted(c.key for c in found.canonicals if c.name == "Gethin Mossop")
    assert keys[0] == "person/gethin-mossop"
    assert keys[1].startswith("person/gethin-mossop-")
    moved = paper(3, "Elmstead Partnership Board", "2013-03-01", [("Gethin Mossop", "Tarnley Homes")])
    assert one(resolved(apart[0], moved), (1, "Gethin Mossop"), (3, "Gethin Mossop"))


def test_two_on_one_roster_are_two_and_nothing_chains_them_together() -> None:
    both = [("Jill Packer", "Elmstead College"), ("John Packer", "Elmstead College")]
    found = resolved(
        paper(1, BOARD, "2012-03-01", both),
        paper(2, BOARD, "2012-06-01", [("J. Packer", "Elmstead College")]),
    )
    assert not one(found, (1, "Jill Packer"), (1, "John Packer"))
    assert not one(found, (1, "Jill Packer"), (2, "J. Packer"))
    unsure = {(p.left.name, p.right.name) for p in found.proposals if p.verdict is Verdict.UNSURE}
    assert unsure


def test_a_slip_in_the_text_of_the_paper_whose_roster_has_the_name() -> None:
    found = resolved(
        paper(1, BOARD, "2018-03-01", [("Tamsin Holds", None), ("Tamsin Abernathy", "Elmstead College")],
              mentioned=["Tamsin Abernethy"])
    )  # fmt: skip
    assert one(found, (1, "Tamsin Abernathy"), (1, "Tamsin Abernethy"))


def test_a_bodies_short_forms() -> None:
    found = resolved(
        paper(1, "Elmstead Partnership Executive", "2012-03-01", [
            ("Una Inkpen", "Elmstead City Council"), ("Ivo Garside", "Wiltshire Primary Care Trust"),
            ("Bo Umpleby", "Elmstead Housing Assoc."), ("Al Mossop", "Elmstead Chamber of Trade & Commerce"),
        ]),
        paper(2, "Elmstead Partnership Executive Group", "2012-06-01", [
            ("Una Inkpen", "City Council"), ("Ivo Garside", "Wilts PCT"),
            ("Bo Umpleby", "Elmstead Housing Association"),
            ("Al Mossop", "Elmstead Chamber of Trade and Commerce"),
        ]),
    )  # fmt: skip
    for left, right in (
        ("Elmstead City Council", "City Council"),
        ("Wiltshire Primary Care Trust", "Wilts PCT"),
        ("Elmstead Housing Assoc.", "Elmstead Housing Association"),
        ("Elmstead Chamber of Trade & Commerce", "Elmstead Chamber of Trade and Commerce"),
        ("Elmstead Partnership Executive", "Elmstead Partnership Executive Group"),
    ):
        assert one(found, (1, left), (2, right)), (left, right)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Elmstead City Council", "Elmstead District Council"),
        ("Lincoln Arts Forum", "Lincolnshire Arts Forum"),
        ("Elmstead Partnership Executive", "Elmstead Partnership Strategic Group"),
        ("North Elmstead Forum", "South Elmstead Forum"),
        ("Ward 1 Elmstead Panel", "Ward 2 Elmstead Panel"),
    ],
)
def test_bodies_that_look_alike_and_are_two(first: str, second: str) -> None:
    found = resolved(
        paper(1, BOARD, "2012-03-01", [("Una Inkpen", first)]),
        paper(2, BOARD, "2012-06-01", [("Una Inkpen", second)]),
    )
    assert not one(found, (1, first), (2, second))


def test_a_common_name_is_one_within_a_place_only() -> None:
    elm = [("Una Inkpen", "Elmstead City Council"), ("Al Mossop", "Elmstead College")]
    tarn = [("Bo Umpleby", "Tarnley District Council"), ("Ivo Garside", "Tarnley College")]
    found = resolved(
        paper(1, "Audit Committee", "2012-03-01", elm),
        paper(2, "Audit Committee", "2012-06-01", elm),
        paper(3, "Audit Committee", "2012-06-01", tarn),
    )
    assert one(found, (1, "Audit Committee"), (2, "Audit Committee"))
    assert not one(found, (1, "Audit Committee"), (3, "Audit Committee"))


GROUP = "Mental Health Delivery Group"


def naming(number: int, board: str, orgs: list[str], *, body: str = "", parent: str = ""):
    """Minutes of a board in which others are named, and of which one may be part of another."""
    people = [
        (f"{'Una Al Bo Ivo'.split()[at]} {board.split()[-1]}son{number}", org) for at, org in enumerate(orgs)
    ]
    made = paper(number, board, "2012-03-01", people)
    known = {entity.name for entity in made.entities}
    more = tuple(
        Entity(Kind.BOARD, name, invented.evidence()) for name in (body, parent) if name and name not in known
    )
    link = (Link(body or board, Relation.SUBGROUP_OF, parent, invented.evidence()),) if parent else ()
    return replace(made, entities=(*made.entities, *more), links=link)


def verdicts(found: Resolution, name: str) -> set[Verdict]:
    return {one.verdict for one in found.proposals if one.left.name == one.right.name == name}


def test_a_body_named_as_part_of_another_is_the_one_with_minutes_of_its_own() -> None:
    """Though the names in its own minutes look as if they were about another place."""
    board = "Elmstead Health and Wellbeing Board"
    council = ["Elmstead Borough Council", "Elmstead College"]
    other = ["Tarnley NHS Foundation Trust", "Tarnley Constabulary", board]
    found = resolved(naming(1, board, council, body=GROUP, parent=board), naming(2, GROUP, other))
    assert one(found, (1, GROUP), (2, GROUP))
    (proposal,) = [p for p in found.proposals if p.left.name == p.right.name == GROUP]
    assert "one paper calls it part of a body that the other names" in dict(proposal.features)


def test_a_full_name_is_one_body_where_no_other_place_is_known() -> None:
    elm = ["Elmstead Borough Council", "Elmstead College"]
    found = resolved(naming(1, "Elmstead Board", elm, body=GROUP), naming(2, GROUP, ["Age Concern"]))
    assert one(found, (1, GROUP), (2, GROUP))
    common = "Planning Committee"
    found = resolved(naming(1, "Elmstead Board", elm, body=common), naming(2, common, ["Age Concern"]))
    assert not one(found, (1, common), (2, common))
    tarn = naming(3, "Tarnley Board", ["Tarnley Borough Council", "Tarnley College"])
    found = resolved(naming(1, "Elmstead Board", elm, body=GROUP), naming(2, GROUP, ["Age Concern"]), tarn)
    assert not one(found, (1, GROUP), (2, GROUP))
    assert verdicts(found, GROUP) == {Verdict.UNSURE}  # and so somebody is asked


def test_one_name_in_two_places_or_under_two_bodies_is_two() -> None:
    county = ["Ouseshire County Council", "Ouse Constabulary"]
    elm, tarn = ["Elmstead Borough Council", *county], ["Tarnley Borough Council", *county]
    for name in ("Planning Committee", GROUP):
        found = resolved(
            naming(1, name, [*elm, "Elmstead College"]), naming(2, name, [*tarn, "Tarnley College"])
        )
        assert not one(found, (1, name), (2, name))
    first, second = "Elmstead Care Board", "Tarnley Care Board"
    found = resolved(naming(1, first, [], body=GROUP, parent=first), naming(2, GROUP, [], parent=second))
    assert not one(found, (1, GROUP), (2, GROUP))


def test_several_of_one_name_are_not_said_to_be_the_same() -> None:
    papers = [
        naming(1, "Planning Committee", ["Elmstead Borough Council", "Elmstead College"]),
        naming(2, "Planning Committee", ["Tarnley Borough Council", "Tarnley College"]),
    ]
    explained = explain(papers, resolved(*papers), "Planning Committee", "Planning Committee")
    assert explained is not None
    assert explained.verdict is not Verdict.SAME


def test_a_successor_is_never_its_predecessor() -> None:
    found = resolved(
        paper(1, "Elmstead Crime Partnership", "2008-03-01", [("Una Inkpen", None)]),
        paper(2, "Elmstead Crime Partnershp", "2011-03-01", [("Una Inkpen", None)],
              succeeds=[("Elmstead Crime Partnershp", "Elmstead Crime Partnership")]),
    )  # fmt: skip
    assert not one(found, (1, "Elmstead Crime Partnership"), (2, "Elmstead Crime Partnershp"))


def test_decisions_go_before_the_rules_and_are_taken_back_with_the_row() -> None:
    papers = (
        paper(1, "Elmstead Partnership Board", "2012-03-01", [("Gethin Mossop", "Elmstead College")]),
        paper(2, "Tarnley Safety Forum", "2012-06-01", [("Gethin Mossop", "Tarnley Homes")]),
        paper(3, "Tarnley Safety Forum", "2012-09-01", [("Gethyn Mosop", "Tarnley Homes")]),
    )
    joined = resolved(*papers, rows="same,Gethin Mossop,Gethin Mossop,,\nname,Gethyn Mosop,,Gethin Mossop,\n")
    assert one(joined, (1, "Gethin Mossop"), (2, "Gethin Mossop"), (3, "Gethyn Mosop"))
    assert [c.name for c in joined.canonicals if c.key.startswith("person/")] == ["Gethin Mossop"]
    assert not one(resolved(*papers), (1, "Gethin Mossop"), (2, "Gethin Mossop"))


def test_many_mentions_are_resolved_in_seconds() -> None:
    truth = invented.corpus(5, documents=1000, people=300)
    found = resolve(truth.documents, Settings())
    assert invented.measure(truth, found, people=False).precision == 1.0


@pytest.mark.parametrize("name", ["†", "“ ”", "2017"])
def test_a_body_named_by_no_word_costs_nothing(name: str) -> None:
    found = resolved(
        paper(1, "Elmstead Partnership Board", "2012-03-01", [("Una Inkpen", name)]),
        paper(2, "Elmstead Partnership Board", "2012-06-01", [("Una Inkpen", "Elmstead College")]),
    )
    assert one(found, (1, "Una Inkpen"), (2, "Una Inkpen"))


def test_two_forms_of_a_name_on_one_roster_stay_apart_and_are_asked_about() -> None:
    found = resolved(paper(1, BOARD, "2020-02-03", [("Walt Quarmby", None), ("Walter Quarmby", None)]))
    assert not one(found, (1, "Walt Quarmby"), (1, "Walter Quarmby"))
    [pair] = [p for p in found.proposals if {p.left.name, p.right.name} == {"Walt Quarmby", "Walter Quarmby"}]
    assert pair.verdict is Verdict.UNSURE
    assert pair.features[-1] == ("both stand on one roster", 0.0)
    both = resolved(
        paper(1, BOARD, "2020-02-03", [("Walt Quarmby", None), ("Walter Quarmby", None)]),
        rows="same,Walt Quarmby,Walter Quarmby,,\n",
    )
    assert one(both, (1, "Walt Quarmby"), (1, "Walter Quarmby"))


def test_initials_of_one_name_are_asked_about_where_company_speaks_for_them() -> None:
    first = paper(1, "Elmstead Parish Council", "2011-02-03", [("V Odgers", None), ("G Tarn", None)])
    second = paper(2, "Village Hall Committee", "2017-02-03", [("V Odgers", None), ("G Tarn", None)])
    other = paper(3, "Slipway Group", "2017-02-03", [("V Odgers", None), ("P Rook", None)])
    found = resolved(first, second, other)
    assert not one(found, (1, "V Odgers"), (2, "V Odgers"))
    asked = {
        frozenset({p.left.document, p.right.document}) for p in found.proposals if p.left.name == "V Odgers"
    }
    assert asked == {frozenset({invented.sha(1), invented.sha(2)})}
    names = [f"V Odgers [{document.identifier}]" for document in (first, other)]
    told = explain((first, second, other), found, *names)
    assert told is not None
    assert told.verdict is None
    assert [p.score for p in told.chain] == [0.42]
