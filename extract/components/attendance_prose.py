"""How sentences at a text's top tell who was there, each with the status it gives."""

from __future__ import annotations

import re
from typing import Final

from whosat.ontology.facts import Status

GUESTS_WITHIN: Final = re.compile(
    r"(?:,|\band\b|\bwith\b|\bplus\b|\bas well as\b)(?:\s+(?:and|our|their|the|invited|special))*\s+"
    r"(?P<who>guests?|visitors?|observers?|staff(?: members?)?)\s+(?=[A-Z])",
)
"""Within a list of who was there, the words from which on they are no members: "… and guests Tom Hill"."""
_NAMES: Final = (
    r"(?:[^\n.;:]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|Lt))\.|(?<=\b(?:Mrs|Rev|Col|Maj))\.|"
    r"(?<=\b(?:Cllr|Prof|Capt|Insp|Supt|Revd))\.)"
)
"""A stretch of a sentence whose full stops are those of titles and initials."""
_LIST: Final = rf"(?:{_NAMES}|;(?= [A-Z]))"
PROSE: Final = (
    (
        re.compile(
            r"(?:^|(?<=[.\n] )|(?<=\n))\W*(?:The (?:meeting|session) (?:was|were) "
            r"attended by|It was attended by|Attended by|(?:Those |The following "
            r"(?:members |people |were )?)?[Pp]resent (?:at the meeting )?(?:were|was)|"
            r"There were (?:also )?present|(?:[A-Z][^\n.;:]{3,90}?,? )?[Tt]he following (?:(?:members |also |"
            r"others )*)being "
            r"(?:also )?present|(?:Participating|Attending|Present) (?:in |at )?(?:the meeting )?were "
            r"(?:the following )?(?:directors|members|trustees)?|"
            r"(?:[Tt]he )?(?:(?:Board|Council|Committee|Panel|Trust) )?[Mm]embers "
            r"(?:present|in attendance) (?:were|was)|"
            r"In attendance were the following|(?:[A-Z][^\n.;:]{3,80}?,? )?(?:The following |Those )"
            r"(?:\w+ ){0,4}(?:were|answered|was)(?: (?:found|recorded|reported|declared|noted|"
            r"marked|as|to be)){0,3} present|"
            r"(?:[A-Z][^\n.;:]{3,80}?,? )?with the following (?:\w+ ){0,3}(?:on the (?:line|call)|"
            r"participating|"
            r"taking part|attending|in attendance|present|dialled in|in the room):|"
            r"(?:The roll was called and )?[Tt]he following (?:\w+ )?answered(?: to their names| the roll|"
            r" present)?:|(?:Upon|On|At) (?:the )?(?:roll call|calling the roll|"
            r"a call of the roll),? (?:the following |those )"
            r"(?:\w+ ){0,4}(?:were|answered|was)(?: (?:found|recorded|reported|declared|noted|"
            r"marked|as|to be)){0,3} present|"
            r"The following (?:members |people |councillors |attendees )?(?:were present|"
            r"attended)|Members (?:who were )?present (?:were|was)|Members attending "
            r"were)\s*:?\s+(?P<who>[^\n]{5,1500})"
        ),
        Status.PRESENT,
    ),
    (
        re.compile(
            r"(?:(?:took|occupied|in) the chair|presid(?:ed|ing)|chair(?:ed|ing)|"
            r"called to order)\b[^\n.;]{0,60}?[,;]? "
            r"(?:and )?(?:there were also present|there were present|also present (?:were|was)|"
            r"attended by|with (?:him|her|them) were|the others? present (?:were|"
            r"was)):? (?P<who>[^\n]{5,1500})"
        ),
        Status.PRESENT,
    ),
    (
        re.compile(
            r"(?<=[.;] )(?:(?:[Mm]embers|[Cc]ouncillors|[Tt]hose|[Dd]irectors) )?(?:Absent,? (?:and|"
            r"but) excused|"
            r"[Ee]xcused|Absent with (?:leave|apolog\w+)|[Ss]ent (?:apologies|regrets)) ?(?:: |were |was )"
            r"(?P<who>[A-Z][^\n]{4,300})"
        ),
        Status.APOLOGIES,
    ),
    (
        re.compile(
            r"(?:^|(?<=[.\n] )|(?<=\n))\W*(?:Also (?:in attendance|present|attending|participating)(?: by "
            r"invitation| at the (?:invitation|request) of [^,.]{3,40},?)? (?:were|was)|"
            r"In attendance (?:were|was)|(?:They|The (?:board|committee|"
            r"members|group|panel)) (?:were|was) joined by|Officers (?:present|in "
            r"attendance) (?:were|was)|Observers? (?:were|was)|Guests? (?:were|"
            r"was))\s*:?\s+(?P<who>[^\n]{5,800})"
        ),
        Status.IN_ATTENDANCE,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))(?P<who>(?!There\b)[A-Z]" + _NAMES + r"{4,400}?) (?:was|were) (?:also |"
            r"all )?(?:in attendance|in attendance as observers?|present as (?:an "
            r")?(?:observers?|guests?)|observing|observers|in attendance as guests?|also "
            r"present)\b|(?:^|(?<=\n)|(?<=[.] ))(?P<who2>[A-Z][^\n.;:]{4,400}?) (?:also "
            r")?attended (?:as (?:an )?(?:observers?|guests?)|by invitation)\b"
        ),
        Status.IN_ATTENDANCE,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))(?P<who>[A-Z][^\n.;:]{4,600}?) (?:was|were) (?:all )?present\b(?! as)"
        ),
        Status.PRESENT,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=m\. )|(?<=m )|(?<=\d\. )|(?<=[a-z]{2}\. ))"
            r"(?P<who>(?:Chair(?:man|woman|person)?|President|Mayor|Messrs|Mr|Mrs|Ms|Miss|Dr|"
            r"(?:(?:Parish|Town|Community|Borough|District|County|City) )?(?:Cllrs?|Councillors?))\.? [A-Z]"
            r"(?:[^.:\n]|(?<=\b[A-Z])\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Dr)\.|(?<=\b(?:Ms|Cr))\.|"
            r"(?<=Rev)\.){10,700}?),? "
            r"(?:was|were) (?:all )?present\b(?! as)"
        ),
        Status.PRESENT,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))(?:(?:The )?(?:[Tt]rustees|[Dd]irectors|[Mm]embers|[Gg]overnors|"
            r"[Cc]ouncillors),? "
            r"(?=[A-Z]))?(?P<who>[A-Z](?:[^\n.;:]|[.:](?=\d)|(?<=[A-Z])\.){8,600}?)(?<! also) attended"
            r"(?: the meeting)?(?=[.,;\n]| together| with| in person| online| by)"
        ),
        Status.PRESENT,
    ),
    (
        re.compile(
            r"(?:(?<= attended)|(?<= present)), (?:together|along) with "
            r"(?P<who>(?:[^\n.;]|[.:](?=\d)|(?<=[A-Z])\.|(?<=\b(?:Mr|Ms|Dr))\.|(?<=Mrs)\.){8,400})"
        ),
        Status.IN_ATTENDANCE,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))(?P<who>[A-Z][^\n.;:]{4,120}?) also "
            r"(?:(?:attended|joined) the (?:meeting|call|session)\b|attended(?=[.,;\n]))"
        ),
        Status.IN_ATTENDANCE,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] )|(?<=noted that )|(?<=reported that ))"
            r"(?P<who>(?!It |The )[A-Z][^\n.;:]{4,120}?),? (?:(?:was|were) (?:unable|not able) to "
            r"(?:attend|come|be (?:present|there|with us)|join|make it)\b|(?:was|were) (?:excused|"
            r"away)\b(?! from)|"
            r"(?:could not|cannot|could(?:n[’']t)) (?:attend|come|be (?:present|there|with us))\b)"
        ),
        Status.APOLOGIES,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))(?P<who>[A-Z][^\n.;:]{4,120}?) (?:came|attended|was (?:there|"
            r"with us)) as "
            r"(?:a |an |our |the )?(?:guest|observer|visitor)"
        ),
        Status.IN_ATTENDANCE,
    ),
    (
        re.compile(
            rf"(?:^|(?<=\n)|(?<=[.;] ))(?P<who>[A-Z]{_LIST}{{4,400}}?)"
            r"(?: (?:was|were) |\s?[–—-]\s?(?:both |all )?)"
            r"(?:[Aa]bsent|[Nn]ot (?:present|in attendance)|did not attend)\b"
            r"(?! (?:when|for|while|during|at the (?:time|vote)|from the (?:room|vote|discussion))\b)|"
            r"(?:^|(?<=\n)|(?<=[.] "
            rf"))(?P<who2>[A-Z]{_LIST}{{4,400}}?) did not attend\b(?! the (?:training|event|"
            r"conference))"
        ),
        Status.ABSENT,
    ),
    (
        re.compile(
            r"\b(?:[Nn]othing|[Nn]o (?:word|message)) (?:(?:was|were|had been|has been) )?"
            r"(?:heard |received )?from (?P<who>[A-Z][^\n]{4,300})"
        ),
        Status.ABSENT,
    ),
    (
        re.compile(
            r"(?<=[.;] )(?:The following (?:did not answer|were (?:absent|not present))|"
            r"(?:(?:[A-Z][a-z]+ ){1,2}absent|Absent|Not present)(?=:| were| was)) ?(?:: |were:? |was:? )"
            r"(?P<who>[A-Z][^\n]{4,300})|\b(?:noted|recorded) the absence of (?P<who2>[A-Z][^\n]{4,300})"
        ),
        Status.ABSENT,
    ),
    (
        re.compile(
            r"\b(?:[Ll]eave of absence|[Pp]ermission to be absent) (?:was|were|is|be|had been|has been) "
            r"(?:granted|approved|given) (?:to|"
            r"for) (?:the following(?: members)?:? )?(?P<who>[A-Z][^\n]{4,300})"
        ),
        Status.APOLOGIES,
    ),
    (
        re.compile(
            r"\b(?:[Aa]pologies (?:were|had|have|was) not (?:been )?(?:received|given|sent)|"
            r"[Nn]o apolog(?:ies|y))(?: (?:were|was|had been|have been) (?:received|given|"
            r"sent|offered))? (?:from|by|for) (?P<who>[A-Z][^\n]{4,300})"
        ),
        Status.ABSENT,
    ),
    (
        re.compile(
            r"(?:^|(?<=\n)|(?<=[.] ))\W*(?:The )?(?:[Mm]inutes|[Nn]otes|[Mm]eeting notes) "
            r"(?:were|was) (?:taken|recorded|written|kept|prepared|made) by "
            r"(?P<who>[^\n]{4,80})|(?:^|(?<=\n)|(?<=[.] ))(?P<who2>[A-Z][^\n.;:]{1,60}?) "
            r"(?:(?:took|was taking|recorded|kept|(?:agreed |volunteered |offered |was asked )?to (?:take|"
            r"record)) "
            r"(?:the )?(?:minutes|notes)\b(?! (?:at|for|of) (?:the )?(?:next|last|future))|(?:acted|"
            r"served) as "
            r"(?:(?:recording |meeting )?secretary|minute[- ]?taker|note[- ]?taker|scribe|recorder)\b)"
        ),
        Status.MINUTE_TAKER,
    ),
    (
        re.compile(
            r"\b(?:in|took|taking) the chair,? (?:and|while|with) (?P<who>[A-Z][^\n.;:,]{1,50}?) "
            r"(?:took|taking|recorded|recording|kept) (?:the )?(?:minutes|notes)\b"
        ),
        Status.MINUTE_TAKER,
    ),
)
