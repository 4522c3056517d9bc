"""A small invented partnership to ask about, and the phrasings it is asked in."""

from __future__ import annotations

from rapidfuzz import fuzz

from whosat.extract.asking.understand import Named
from whosat.ontology.facts import Kind

NAMES: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "board/harbour-partnership-executive": (
        Kind.BOARD,
        ("Harbour Partnership Executive", "the Executive", "HPE", "Executive Group"),
    ),
    "board/harbour-partnership-strategic-group": (
        Kind.BOARD,
        ("Harbour Partnership Strategic Group", "Strategic Group"),
    ),
    "board/safer-harbour-board": (Kind.BOARD, ("Safer Harbour Board", "SHB", "Safer Harbour")),
    "board/health-and-wellbeing-board": (Kind.BOARD, ("Health and Wellbeing Board", "HWB")),
    "board/children-and-families-forum": (Kind.BOARD, ("Children and Families Forum",)),
    "organisation/harbour-city-council": (Kind.ORGANISATION, ("Harbour City Council", "City Council", "HCC")),
    "organisation/saltmarsh-housing-trust": (
        Kind.ORGANISATION,
        ("Saltmarsh Housing Trust", "Saltmarsh Housing"),
    ),
    "organisation/harbour-constabulary": (Kind.ORGANISATION, ("Harbour Constabulary", "the Constabulary")),
    "person/amara-okafor": (Kind.PERSON, ("Amara Okafor",)),
    "person/gwen-pritchard": (Kind.PERSON, ("Gwen Pritchard", "Cllr Pritchard")),
    "person/tomasz-zielinski": (Kind.PERSON, ("Tomasz Zielinski",)),
    "strategy/harbour-community-strategy": (
        Kind.STRATEGY,
        ("Harbour Community Strategy", "Community Strategy"),
    ),
    "strategy/play-plan": (Kind.STRATEGY, ("Play Plan",)),
}


def find(words: str) -> list[Named]:
    """Names by any of their forms; a small typo is forgiven."""
    asked = words.lower().removeprefix("the ").strip()
    found = []
    for key, (kind, forms) in NAMES.items():
        fit = max(fuzz.ratio(asked, form.lower().removeprefix("the ")) / 100 for form in forms)
        if fit >= 0.85:
            found.append(Named(key, kind, forms[0], fit))
    return sorted(found, key=lambda named: (-named.fit, named.key))


ASKED: list[tuple[str, str]] = [
    ("who sits on the Harbour Partnership Executive?", "members"),
    ("Who is on the Safer Harbour Board", "members"),
    ("list the members of HWB", "members"),
    ("membership of the Strategic Group in 2010", "members"),
    ("Who was on the Executive in June 2010?", "members"),
    ("who are the current members of the Children and Families Forum", "members"),
    ("Who makes up the Health and Wellbeing Board?", "members"),
    ("who served on SHB between 2010 and 2012", "members"),
    ("which boards does Amara Okafor sit on?", "boards"),
    ("What is Gwen Pritchard a member of", "boards"),
    ("Where does Tomasz Zielinski sit?", "boards"),
    ("what groups was Cllr Pritchard on in 2012", "boards"),
    ("Amara Okafor's boards", "boards"),
    ("show me the committees Gwen Pritchard belongs to", "boards"),
    ("who sits on both the Executive and the Strategic Group?", "common-members"),
    ("which people do the Executive and the Safer Harbour Board have in common", "common-members"),
    ("who links the Strategic Group and the HWB", "common-members"),
    ("overlap between SHB and HWB", "common-members"),
    ("Who is a member of both HPE and SHB", "common-members"),
    ("which organisations are represented on the Executive, and by whom?", "represented"),
    ("what agencies are on the Safer Harbour Board", "represented"),
    ("Which partners have a representative on the Health and Wellbeing Board?", "represented"),
    ("who represents whom on the Strategic Group", "represented"),
    ("on which boards does Saltmarsh Housing Trust have a seat?", "organisation-seats"),
    ("Where is the Constabulary represented", "organisation-seats"),
    ("which bodies does Harbour City Council sit on", "organisation-seats"),
    ("where does Saltmarsh Housing have no seat?", "organisation-gaps"),
    ("which boards is the Harbour Constabulary not represented on", "organisation-gaps"),
    ("boards without a seat for the City Council", "organisation-gaps"),
    ("from which groups is Saltmarsh Housing Trust missing", "organisation-gaps"),
    ("who chairs what?", "chairs"),
    ("Who chairs the Safer Harbour Board?", "chairs"),
    ("who is the chair of the Health and Wellbeing Board", "chairs"),
    ("list all the chairs", "chairs"),
    ("chairman of the Executive in 2010", "chairs"),
    ("what is the structure around the Executive?", "structure"),
    ("which groups report to the Harbour Partnership Executive", "structure"),
    ("sub-groups of the Strategic Group", "structure"),
    ("who does the Safer Harbour Board report to", "structure"),
    ("where does the HWB fit in the hierarchy", "structure"),
    ("attendance at the Executive", "attendance"),
    ("How often does Gwen Pritchard attend the Executive?", "attendance"),
    ("attendance rate of each member of the Strategic Group", "attendance"),
    ("who missed meetings of the Safer Harbour Board", "attendance"),
    ("who was at the Safer Harbour Board meeting in June 2010?", "present"),
    ("who were at the Executive on 4 June 2010", "present"),
    ("who was there at the HWB meeting in June 2010", "present"),
    ("who was in attendance at the HWB in 2010", "present"),
    ("was Amara Okafor present at the HWB in June 2010?", "present"),
    ("who was not at the HWB in June 2010", "absences"),
    ("who wasn't there in June 2010", "absences"),
    ("who sent apologies to the HWB", "absences"),
    ("who sent apologies in June 2023", "absences"),
    ("who was absent from the Executive in June 2023?", "absences"),
    ("who was absent in 2023", "absences"),
    ("who could not attend the Safer Harbour Board on 4 June 2010", "absences"),
    ("apologies from Gwen Pritchard", "absences"),
    ("since when is Amara Okafor on the Executive?", "since-when"),
    ("since when has Gwen Pritchard been on the Strategic Group", "since-when"),
    ("How long has Tomasz Zielinski been a member of the HWB?", "since-when"),
    ("when did Amara Okafor join the Safer Harbour Board?", "since-when"),
    ("when was Gwen Pritchard appointed to the Executive", "since-when"),
    ("when was Amara Okafor first seen on SHB", "since-when"),
    ("since when does Amara Okafor chair the Executive", "since-when"),
    ("when did Tomasz Zielinski leave the Executive", "since-when"),
    ("since when has Amara Okafor had a seat on HWB", "since-when"),
    ("what must Amara Okafor do?", "actions"),
    ("what does Gwen Pritchard have to do", "actions"),
    ("what is Tomasz Zielinski supposed to do", "actions"),
    ("what actions did the Executive agree?", "actions"),
    ("what actions were agreed by the Strategic Group in 2023", "actions"),
    ("what did the Safer Harbour Board agree to do", "actions"),
    ("who left in 2023?", "joined-left"),
    ("who left the Executive in 2023", "joined-left"),
    ("who resigned from the Strategic Group in 2023", "joined-left"),
    ("who joined in June 2023", "joined-left"),
    ("Who deputised for whom?", "deputies"),
    ("who stood in for Amara Okafor", "deputies"),
    ("which deputies came to the Executive in 2010", "deputies"),
    ("list substitutes on the Safer Harbour Board", "deputies"),
    ("what actions does Tomasz Zielinski have?", "actions"),
    ("open actions from the Executive", "actions"),
    ("what has Gwen Pritchard been asked to do", "actions"),
    ("outstanding tasks of the Strategic Group", "actions"),
    ("list all actions", "actions"),
    ("which body owns the Harbour Community Strategy?", "strategy-owners"),
    ("who delivers the Play Plan", "strategy-owners"),
    ("who is responsible for the Community Strategy", "strategy-owners"),
    ("who joined and left the Executive between 2010 and 2018?", "joined-left"),
    ("what changed on the Strategic Group from 2010 to 2012", "joined-left"),
    ("who has left the Safer Harbour Board since 2010", "joined-left"),
    ("new members of the HWB in 2012", "joined-left"),
    ("who are the brokers?", "brokers"),
    ("who ties the network together", "brokers"),
    ("who sits on the most boards", "brokers"),
    ("how are Amara Okafor and Gwen Pritchard connected?", "path"),
    ("connection between Tomasz Zielinski and the Safer Harbour Board", "path"),
    ("how does Gwen Pritchard know Amara Okafor", "path"),
    ("which boards have no chair?", "no-chair"),
    ("bodies without a chair", "no-chair"),
    ("which groups are inactive?", "inactive"),
    ("which boards have never met", "inactive"),
    ("vacancies on the Executive", "empty-seats"),
    ("which seats are empty?", "empty-seats"),
    (
        "which organisations are missing from the Safer Harbour Board compared with its sister boards?",
        "sister-gaps",
    ),
    ("when did the Executive meet", "meetings"),
]
"""The half that the cues may be tuned on."""
