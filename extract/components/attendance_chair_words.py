"""How minutes say who chaired: the sentences, the labels and the marks beside a name."""

from __future__ import annotations

import re
from typing import Final

NAME: Final = (
    r"(?<!\w)(?P<who>(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Revd|"
    r"Canon|The Revd|Baroness|Lord|Lady)\.?\s+){0,3}[A-Z](?:[\w’'-]{0,3}\.|[\w’'-]*)(?:\s+(?:de |van |von |"
    r"der )?(?!(?:The|In|At|It|On|This|Present|Apologies)\b)[A-Z](?:[\w’'-]{0,3}\.|[\w’'-]*)){0,3})"
)
SAID: Final = tuple(
    re.compile(pattern)
    for pattern in (
        NAME + r"(?:\s*\([^)]{1,40}\))?(?:,\s+(?:the\s+)?(?:[Vv]ice|[Dd]eputy)[- ]?[Cc]hair\w*)?,?\s+"
        r"(?:(?:was|were)\s+(?:declared\s+|"
        r"duly\s+)*(?:re-?)?elected\s+(?:[^.;\n]{1,60}?\s)?and\s+)?"
        r"(?:then\s+|duly\s+|agreed to\s+|would\s+|should\s+|to\s+)?(?:took|take|"
        r"assumed|occupied|resumed|was in|in)\s+the\s+[Cc]hair\b",
        NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:was |who was |is |as )?(?:standing|stood|stepping|"
        r"stepped|sitting|sat|filling|filled|acting|acted|acts|voted) (?:in "
        r")?as\s+(?:the\s+)?(?:acting |interim |temporary |meeting )?[Cc]hair\w*",
        NAME + r"\s+was\s+(?:voted|called|moved|elected|asked)\s+(?:in)?to\s+(?:take\s+)?the\s+[Cc]hair\b",
        NAME + r"(?:\s*\([^)]{1,40}\)|,\s+[^,.;\n]{3,50},)?,?\s+(?:chaired|presided over|presided at|"
        r"was chairing|is "
        r"chairing|chairing|(?:agreed|volunteered|offered|(?:was|be|being) (?:asked|elected|chosen|appointed|"
        r"nominated)) to chair|would chair|will chair)\s+(?:the|this|"
        r"today['’]s)\s+(?:[\w-]+\s+)?(?:meeting|session)",
        NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:kindly\s+)?(?:agreed|volunteered|offered|stepped in|"
        r"was asked)\s+to\s+"
        r"chair(?=\s*(?:[.;\n]|,|in\b|on this occasion|for this\b|instead))",
        NAME + r"\s+chaired(?=\s*(?:[.;]|,? and\b|,? with\b|\n|(?:as|because|since|due to|owing to|"
        r"in the absence)\b))",
        NAME + r"(?:\s*\([^)]{1,40}\))?(?:,\s+(?:the\s+)?(?:[A-Z][\w-]+[- ])?(?:[Cc]hair\w*|"
        r"[A-Z][\w-]+),?)?,?\s+"
        r"(?:presided|presiding|(?:should|"
        r"would|to)\s+preside)\b",
        r"\b[Tt]he\s+(?:[Aa]cting\s+|[Ii]nterim\s+|[Vv]ice[- ])?[Cc]hair(?:man|woman|person)?,\s+"
        + NAME
        + r",",
        NAME + r",\s+(?:the\s+|as\s+|in the\s+)?(?:[Aa]cting\s+|[Ii]nterim\s+|[Cc]o-?)?(?:[Cc]hair(?:man|"
        r"woman|person)?|[Pp]resident|[Mm]ayor|[Mm]oderator|[Cc]onvener),\s+(?:welcomed|opened|thanked|introduced|called|declared|"
        r"explained|began|started|reported|informed|led|greeted)",
        r"\b(?:[Mm]eeting|[Ss]ession)\s+(?:was\s+|is\s+)?(?:chaired|presided over|opened and "
        r"chaired|opened|led|convened)(?:(?: at)? [\d.:]{1,5} ?(?:[ap]\.?m\b\.?)?)?\s+by\s+(?:the\s+)?"
        r"(?:[a-z]+\s+)?" + NAME,
        r"\b[Cc]all(?:ed)? to [Oo]rder\b(?:[^.\n]|\.(?=[\dmM])|(?<=[apAP]\.[mM])\.){0,40}?\bby\s+(?:the\s+)?"
        r"(?:[a-z]+\s+)?(?P<who>(?:[A-Z][\w’'.-]*,?\s+){0,7}[A-Z][\w’'-]*)",
        r"\b(?:[Vv]ice|[Dd]eputy)[- ][Cc]hair(?:man|woman|person)?\s+"
        + NAME
        + r"\s+(?:entertained|called|opened|adjourned|presided|declared|asked for (?:a|the) motion)\b",
        r"\b(?:elected|appointed|asked|invited)\s+"
        + NAME
        + r"\s+(?:to chair|as [Cc]hair\w*(?: for| of))\s+(?:the|this)\s+(?:\w+ )?meeting",
        r"\b[Pp]resident\s+" + NAME + r",?\s+(?:opened|called|presided)",
        r"\b[Ww]elcomed\b[^.\n]{0,60}?\bby\s+" + NAME + r",\s+(?:the\s+)?[Cc]hair",
        r"\b[Cc]haired\s+by:?\s+" + NAME,
        r"\b[Tt]he\s+(?:[A-Z][\w-]+\s+){1,3}\(" + NAME + r"\),?\s+(?:took|was in|in)\s+the\s+[Cc]hair\b",
        r"\bunder the (?:[Cc]hair(?:manship|personship)?|[Pp]residency) of (?:the\s+)?" + NAME,
        r"(?<=\w)[’']s? absence,?\s+" + NAME + r"\s+(?:took the chair|chaired|presided|led)",
        r"(?:^|\n)\W*(?:\w{1,2}[.)]\s*)?(?:[Tt]emp(?:orary)?|[Aa]cting)\s+[Cc]hair(?:man|woman|person)?:?\s+"
        + NAME
        + r"\s*(?=[(\n,.]|$)",
        r"\b[Ii]n the absence of [^.]{3,80},\s+"
        + NAME
        + r"\s+(?:took the chair|chaired|acted as [Cc]hair|was (?:elected|appointed) (?:as )?[Cc]hair)",
        NAME + r"\s+was\s+(?:duly\s+|unanimously\s+)?(?:elected|appointed|nominated|"
        r"voted)\s+(?:as\s+|to be\s+|to act "
        r"as\s+)?(?:the\s+)?(?:[Aa]cting\s+)?[Cc]hair(?:man|woman|person)?\s+(?:for|"
        r"of)\s+(?:the|this)\s+(?:\w+\s+)?meeting",
        r"\b(?:[Ww]elcomed?|[Oo]pen(?:ed|ing)|[Ii]ntroduc\w+|[Cc]alled to order)\b[^.\n]{0,40}?\bby\s+"
        r"(?:the\s+)?[Cc]hair(?:man|woman|person)?,?\s+" + NAME,
        r"(?<![Vv]ice[- ])(?<![Dd]eputy )\b[Cc]hair(?:man|woman|person)?,?\s+"
        + NAME
        + r",?\s+(?:welcomed|opened|introduced|called|declared)",
        r"\b[Cc]hair(?:man|woman|person)?\s+\("
        + NAME
        + r"\)\s+(?:welcomed|opened|thanked|introduced|called|declared)",
    )
)
_ASIDE: Final = r"(?:\s*\([^)]{1,40}\))?,?\s+(?:\([^)]{1,20}\)\s+)?"
OPENING: Final = re.compile(
    NAME + _ASIDE + r"(?:opened|called|brought|(?:formally )?declared) the (?:\w+ ){0,3}?meeting\b"
)
WELCOME: Final = re.compile(
    NAME + _ASIDE + r"welcomed (?:everyone|all|members|attendees|colleagues|those "
    r"present|the committee|the board|the group|partners|the (?:new )?members)"
)

_CARRIED: Final = r"[^.\n]{0,100}\b(?:seconded|agreed|carried|unanimous\w*|accepted|approved)\b"
ELECTED: Final = re.compile(
    NAME + r"(?:\s*\([^)]{1,40}\))?,?\s+(?:was|be|is|being)\s+(?:(?:proposed|nominated)\b[^.\n]{0,140}?\b"
    r"(?:and|was|were)\s+)?(?:(?:then|duly|unanimously|again|declared|therefore|hereby)\s+|"
    r"re-?)*(?:elected|appointed)\s+"
    r"(?:as\s+|to be\s+)?(?:the\s+)?[Cc]hair(?:man|woman|person)?\b(?!\s+(?:from|with effect|designate|"
    r"elect)\b)"
)
PROPOSED: Final = tuple(
    re.compile(
        lead
        + r"\s+(?:as|for|to be)\s+(?:the\s+)?[Cc]hair(?:man|woman|person)?\b(?!\s+(?:for|of) the (?:year|"
        r"next))" + _CARRIED
    )
    for lead in (NAME + r"\s+(?:was|is)\s+(?:proposed|nominated)", r"\b(?:proposed|nominated)\s+" + NAME)
)
"""Who is proposed as chair and not opposed: "Ann Bell was proposed as Chairman, seconded and agreed"."""
OF_THE_YEAR: Final = re.compile(
    r"\bannual (?:\w+ ){0,2}meeting|\bA\.?G\.?M\b|\b(?:election|appointment) of (?:the |a )?"
    r"(?:chair|officers)",
    re.IGNORECASE,
)
POST: Final = (
    r"(?:In the [Cc]hair|(?:Meeting )?[Cc]hair(?:man|woman|person)?|[Cc]haired by|Presiding(?: [Oo]fficer)?|"
    r"Cadeirydd|Cathaoirleach|Preses|Convenor|Convener|Facilitated by|Moderat(?:or|ed by)|Host(?:ed by)?|"
    r"(?:Meeting )?[Ll]ed by)(?:\s*(?:and|&|"
    r"/)\s*(?:[Mm]inutes?|[Nn]otes?|[Ss]cribe)(?:[- ]?[Tt]aker)?)?"
)
ELECTION: Final = re.compile(
    r"\b(?:[Ee]lection|[Aa]ppointment|ELECTION|APPOINTMENT) (?:of|OF) (?:(?:a|the|THE) )?(?:[Cc]hair|CHAIR)"
    r"(?:man|woman|person|MAN|PERSON)?\b(?!\s+(?i:of|and|&))"
    r"(?:(?!\b(?:[Vv]ice|VICE|[Dd]eputy|DEPUTY)\b)[\s\S]){0,400}?(?!Vice|VICE|Deputy|DEPUTY)"
    + NAME
    + r",?\s+(?:was|be|is|being)\s+(?:(?:then|duly|unanimously|again|declared|therefore|hereby)\s+|re-?)*"
    r"(?:elected|appointed)\b(?!\s+(?:as\s+|to be\s+)?(?:the\s+|a\s+)?"
    r"(?:[Vv]ice|[Dd]eputy|[Ss]ecret|[Tt]reas|[Cc]lerk))"
)
"""Who is elected under the heading of the chair's election, whatever the sentence calls the post."""
OWN_LINE: Final = re.compile(
    r"(?:^|\n)[^\S\n]*" + NAME + r",?[^\S\n]+(?:was[^\S\n]+)?in the [Cc]hair\.?[^\S\n]*(?=\n|$)"
)
BEFORE: Final = re.compile(
    r"(?:^|[\n:;(])[^\S\n]*(?P<post>[Cc]hair(?:man|woman|person)?|CHAIR(?:MAN|PERSON)?|[Cc]onvener|"
    r"[Cc]onvenor|"
    r"Cathaoirleach|Cadeirydd)[^\S\n]+(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|"
    r"Sir)\.?[^\S\n]+)*$"
)
"""The post set before the name, as a title: "Sederunt: Chair Ann Bell (AB), Sec Ben Oakes"."""
STYLED: Final = re.compile(
    r"(?<![Vv]ice )(?<![Vv]ice-)(?<![Dd]eputy )(?<![Pp]ast )(?<![Ff]ormer )\b(?:Board )?"
    r"(?:Chair(?:man|woman|person)?|Convener|Cathaoirleach)[^\S\n]+"
    + NAME
    + r",?[^\S\n]+(?:[a-z]+ed|had|has|was|is|said|gave|read|led|put|told|will|then|also)\b"
)
"""Somebody whom the text calls by the post: "Chairman Bell asked …"."""
LABEL: Final = re.compile(
    r"(?:(?:^|\n\W*)" + POST + r"[^\S\n]*[:–-]|(?<![Vv]ice)(?<![Dd]eputy)(?<!of)(?<!the)"
    r"(?<![Nn]ext)(?<![Pp]ast)(?<![Ff]ormer)(?<![Nn]ew)[^\S\n]"
    + POST
    + r"[^\S\n]?[:–])[^\S\n]*[*/|]*\s*(?:@[\w-]+[ (]+)?(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})"
)
BESIDE: Final = re.compile(
    r"\s*(?:\([A-Z]{2,4}\)\s*)?(?:[-–,(/]\s*)?(?P<word>(?:Convener|Convenor|Cathaoirleach|Cadeirydd|Preses|"
    r"Moderator|facilitating|chairing|in (?:the )?chair|chair for (?:(?:this|the) (?:meeting|"
    r"evening)|today|tonight))\b|"
    r"(?<=\()(?:(?-i:[Cc]h)|chmn?|chrmn?|ch['’]man)\b|(?:vice|deputy|acting)[- ]?\w*,?\s+"
    r"(?:acting as chair|in the chair))(?!\s+of\b)",
    re.IGNORECASE,
)
