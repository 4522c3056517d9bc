"""The words by which a question is known, and how strongly each speaks for it.

A pattern is words with alternatives ("stand|stood in"); its weights say for which questions it speaks. Where
patterns overlap the longer one counts alone ("no chair" is not a "chair"). What decides is the sum over a
question's cues, and whether the kinds of things it takes are named. A strong cue has to go with the question
that wins: a weight of 0 says that it does, without speaking for it. A pattern may hold "<name>" for a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of words, and the questions it speaks for with their weights."""

    pattern: str
    weights: dict[str, float]


def _cue(pattern: str, **weights: float) -> Cue:
    return Cue(pattern, {name.replace("_", "-"): weight for name, weight in weights.items()})


_BODY = "board|body|group|committee|partnership|panel|forum|team"
_BODIES = "boards|bodies|groups|committees|partnerships|panels|forums|teams"
_SIT = "sit|sits|sat|sitting|serve|serves|served|serving"
_SEAT = "seat|seats|place|voice|representative|representatives|representation|member|members"
_ORGANISATIONS = "organisation|organisations|organization|organizations|agency|agencies|partner|partners"
_EMPLOYERS = "employer|employers|sectors|sector|charities|companies|firms"
_CHAIR = (
    "chair|chairs|chaired|chairing|chairman|chairwoman|chairperson|chairmanship|co-chair|co-chairs"
    "|chairmen|chairpersons|chairwomen|chairpeople"
)
_SUBGROUPS = "subgroup|subgroups|sub-group|sub-groups|subcommittee|subcommittees|sub-committee|sub-committees"
_DEPUTISE = "deputy|deputies|deputised|deputise|deputises|deputising|deputized|deputize|deputizing"
_REPRESENT = "represent|represents|represented|representing|representation|representative|representatives"
_LINK = "link|links|connect|connects|join|joins|bridge|bridges|tie|ties|span|spans"
_NOT = "no|not|n't|never|nt|without|lack|lacks|lacking|missing"


def _goes_with(names: str) -> dict[str, float]:
    return dict.fromkeys(names.split(), 0.0)


CUES: Final[tuple[Cue, ...]] = (
    # who sits on a body; where a person or an organisation sits
    _cue(
        _SIT,
        members=2,
        boards=1.5,
        common_members=1,
        organisation_seats=2,
        organisation_gaps=0.5,
        **_goes_with("represented brokers structure sister_gaps since_when"),
    ),
    _cue("who is|are|was|were|'s|s on|in", members=2, common_members=0.5, brokers=0),
    _cue(
        "member|members|membership|memberships",
        members=2,
        boards=1.5,
        common_members=1,
        organisation_seats=1,
        **_goes_with("attendance joined_left deputies represented empty_seats since_when absences"),
    ),
    _cue("made|make|makes up", members=2),
    _cue(
        "hold|holds|held|have|has|occupy|occupies|take|takes a seat|place|position",
        members=2,
        organisation_seats=3,
        boards=2,
        **_goes_with("since_when"),
    ),
    _cue("fill|fills|occupy|occupies|hold|holds the seats|places", members=2),
    _cue("who 's|is who", members=2.5),
    _cue(
        "people|individuals|anyone|everyone|anybody|everybody on|in",
        members=2,
        common_members=1,
        **_goes_with("brokers represented joined_left"),
    ),
    _cue("comprise|comprises|comprised|consist|consists|participants|constituted", members=2),
    _cue("roles|positions|posts|appointments|commitments", boards=2),
    _cue("part of", boards=1, organisation_seats=1, structure=1),
    _cue("presence|footprint|reach", organisation_seats=2),
    _cue("sends|send|sent someone|somebody|people|representatives to", organisation_seats=3),
    _cue("come|comes|came|work|works from|for", represented=1.5),
    _cue("speak|speaks|spoke|speaking for", represented=2, organisation_seats=1),
    _cue("composition|makeup|line-up|lineup|attendees|roster", members=2),
    _cue("round|around|at the table", members=1.5, represented=0.5),
    _cue(
        "belong|belongs|belonged|belonging",
        members=2,
        boards=2,
        organisation_seats=1,
        **_goes_with("brokers"),
    ),
    _cue(
        "seat|seats|seated",
        members=1,
        boards=1,
        organisation_seats=2,
        organisation_gaps=0.5,
        empty_seats=0.5,
        **_goes_with("brokers since_when"),
    ),
    _cue("could you|i|we|someone|somebody"),
    _cue("to know"),
    _cue("these days"),
    _cue("at present"),
    _cue("need|needs to know|see|find"),
    _cue("people|person|names|everyone|everybody|anyone", members=0.5, common_members=0.5, brokers=0.5),
    _cue(
        _BODIES,
        boards=2,
        organisation_seats=1.5,
        organisation_gaps=0.5,
        no_chair=0.5,
        inactive=0.5,
        **_goes_with("structure brokers chairs sister_gaps strategy_owners common_members empty_seats"),
    ),
    _cue(
        "which|what|every|each " + _BODY,
        boards=2,
        organisation_seats=1.5,
        strategy_owners=1.5,
        chairs=0.5,
        **_goes_with("structure"),
    ),
    _cue("how many boards|bodies|groups|committees|partnerships", boards=2, organisation_seats=2),
    _cue("have on|in", members=2),
    _cue("have|has|got someone|somebody|anyone|anybody|people on|in", organisation_seats=2, represented=1.5),
    _cue("where", boards=1, organisation_seats=1, organisation_gaps=1),
    _cue("involved|active|sitting|involvement in|with|on", boards=1.5, members=1),
    # what two bodies share
    _cue("both", common_members=3),
    _cue("as well as", common_members=2),
    _cue("and on|in <name>", common_members=1.5),
    _cue("have|has in common", common_members=4),
    _cue("in common", common_members=3),
    _cue("share|shares|shared|sharing|common", common_members=3),
    _cue("overlap|overlaps|overlapping|crossover|interlock|interlocks", common_members=3),
    _cue("same people|faces|members|person|names", common_members=4),
    _cue("link|links|linking|bridge|bridges|bridging|connect|connects", common_members=2, path=1, brokers=1),
    _cue("link|links|linked|connect|connects|relate|relates|related to|with|and", path=3),
    _cue("link|links|connect|connects|ties|tie|joins|relates <name>", path=2.5, common_members=2),
    _cue("link|links|connection|connections|tie|ties between", common_members=2.5, path=2.5),
    # whom they represent
    _cue(_REPRESENT, represented=3, organisation_seats=2, organisation_gaps=0.5),
    _cue(_ORGANISATIONS + " " + _SIT, represented=3, sister_gaps=0.5),
    _cue(
        _ORGANISATIONS
        + "|bodies have|has|hold|holds a|any seat|seats|place|places|representative|representatives",
        represented=3,
        sister_gaps=0.5,
    ),
    _cue(
        _ORGANISATIONS + "|bodies have|has|hold|holds seat|seats|place|places|representative|representatives",
        represented=3,
        sister_gaps=0.5,
    ),
    _cue(
        _ORGANISATIONS
        + "|bodies send|sends|sent|nominate|nominates|appoint|appoints"
        + " someone|somebody|people|members|representatives|a",
        represented=3,
    ),
    _cue(_ORGANISATIONS + " make|makes|made up", represented=3),
    _cue(_ORGANISATIONS + " belong|belongs", represented=3),
    _cue(_ORGANISATIONS, represented=2, sister_gaps=0.5, **_goes_with("structure strategy_owners")),
    _cue("which|what " + _EMPLOYERS, represented=2, sister_gaps=0.5),
    _cue(_NOT + " " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " a|any " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " have|has|got a|any " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " represented|sit|sitting|on|have|at", organisation_gaps=4),
    _cue(_NOT + " members|member|member of|on", organisation_gaps=3),
    _cue(_NOT + " <name> " + _SEAT + "|people|person|on", organisation_gaps=5),
    _cue(_NOT + " a|an|any <name> " + _SEAT + "|person", organisation_gaps=5),
    _cue(_NOT + " <name> " + _REPRESENT + "|involved|in|at|sit|have|has", organisation_gaps=5),
    _cue(_NOT + " anyone|anybody|someone|somebody from", organisation_gaps=4),
    _cue(_NOT + " have|has|got anyone|anybody|someone|somebody from", organisation_gaps=4),
    _cue("nobody|no-one|noone from", organisation_gaps=4),
    _cue("nobody|no-one|noone in the chair", no_chair=6),
    _cue("no one from", organisation_gaps=4),
    _cue("missing|excluded from", organisation_gaps=3, sister_gaps=3),
    _cue("missing|excluded", organisation_gaps=4, sister_gaps=3.5),
    _cue("absent from", organisation_gaps=3, sister_gaps=3, absences=3),
    _cue("absent", organisation_gaps=4, sister_gaps=3.5, absences=3.5),
    _cue("gap|gaps|compared|compare|comparison|sister|sisters|peers|siblings", sister_gaps=3),
    _cue("similar|comparable|equivalent|neighbouring|counterpart " + _BODIES, sister_gaps=3),
    _cue("other " + _BODIES + " but not", sister_gaps=5),
    _cue("expect|expected", sister_gaps=1),
    _cue("given|considering|relative", sister_gaps=1),
    # chairs
    _cue(_CHAIR, chairs=3, since_when=0),
    _cue("vice|deputy|co|acting|interim " + _CHAIR, chairs=3),
    _cue("who is|'s|was in the chair", chairs=4),
    _cue("in the chair", chairs=3),
    _cue("chairless|leaderless", no_chair=4),
    _cue("vacant|empty chair|chairs|chairmanship", no_chair=4),
    _cue("chair vacancy|vacancies|vacant", no_chair=4),
    _cue("vice - " + _CHAIR, chairs=3),
    _cue("vice-chair|vice-chairs|vice-chairman|vice-chairperson|vicechair|convener|convenor", chairs=3),
    _cue(
        "head|heads|headed|heading|leads|led|lead|leading|presides|preside|presided|run|runs|running",
        chairs=2,
        strategy_owners=2,
    ),
    _cue(_NOT + " chair|chairs|chairman|chairperson|chairwoman", no_chair=5),
    _cue(_NOT + " a|any chair|chairman|chairperson|chairwoman", no_chair=5),
    _cue(_NOT + " have|has|got a|any chair|chairman|chairperson", no_chair=5),
    _cue("need|needs|want|wants a chair", no_chair=4),
    _cue("no-one|nobody|noone chairs|chairing|chair|leads|heads", no_chair=5),
    _cue("no one chairs|chairing|chair|leads|heads", no_chair=5),
    # what has gone quiet, what is free
    _cue("inactive|dormant|defunct|asleep|disbanded|moribund|lapsed|decommissioned", inactive=4),
    _cue("folded|closed|abolished|discontinued|suspended|mothballed|dissolved|extinct", inactive=4),
    _cue("not|never|n't|no active|met|meet|meeting|formed|established|running", inactive=4),
    _cue("no longer exist|exists", inactive=4),
    _cue("in abeyance", inactive=4),
    _cue("no longer meet|meets|meeting|active|running", inactive=4),
    _cue("wound|wind|given up", inactive=4),
    _cue("stopped|ceased|quit meeting|meet|operating", inactive=4),
    _cue("stopped|ceased to meet|operate|exist", inactive=4),
    _cue("empty|vacant|vacancy|vacancies|unfilled|unoccupied|spare", empty_seats=4),
    # the bodies around a body
    _cue("structure|structures|structured|hierarchy|organogram|chart|diagram", structure=3),
    _cue("org|organisation|organisational|organizational chart|diagram|structure", structure=3),
    _cue("tier|tiers|organigram|organogram|within", structure=2),
    _cue("sub|thematic|theme|working - groups|group|committees|committee", structure=3),
    _cue("sub|thematic|theme|working groups|group|committees|committee", structure=3),
    _cue(_SUBGROUPS, structure=3),
    _cue(
        "report|reports|reporting|reported|answer|answers|accountable|answerable|feed|feeds to|into",
        structure=3,
    ),
    _cue("report|reports|reporting", structure=2),
    _cue("governance|reporting|committee|board structure|structures|line|lines|arrangements", structure=3),
    _cue("governance", structure=2),
    _cue("sit|sits|sitting|come|comes under|underneath|beneath|below|above|over", structure=4),
    _cue(
        "under|underneath|above|below|beneath|parent|parents|children|fit|fits|umbrella|oversees",
        structure=2.5,
    ),
    # who was at a meeting, who came, and who came instead
    _cue("who was|were at|present|there", present=5),
    _cue("was|were <name> at|present|there", present=5),
    _cue("was|were present|there at", present=5),
    _cue("who was|were in attendance", present=5),
    _cue("people|members|everyone|everybody|anyone at", present=3),
    _cue("who was|were not|n't at|there|present", absences=6),
    _cue(
        "attend|attends|attended|attendance|attending|attendances|turnout|turn-out",
        attendance=3,
        members=0.5,
        **_goes_with("deputies"),
    ),
    _cue("turn|turns|turned|show|shows|showed|shown up", attendance=4),
    _cue("give|gives|gave|given|send|sends|sent|tendered apologies|apology", absences=5, attendance=2),
    _cue("apologies|apology for|from|at|to", absences=5, attendance=2),
    _cue("who is|are|was|were absent|away", absences=6),
    _cue("who was|were missing", absences=5),
    _cue("could|can not|n't|nt attend|come|make", absences=5),
    _cue("unable to attend|come|make", absences=5),
    _cue("did not|n't|nt attend|come", absences=4),
    _cue("turned|turns|turn|showed|shows|show up most|least|rarely", attendance=4),
    _cue("apologies|apology|absences|absence|absentees|apologised", absences=4, attendance=2),
    _cue("miss|misses|missed|missing meeting|meetings", attendance=4),
    _cue("miss|misses|missed", attendance=3),
    _cue("miss|misses|missed|attend|attends|attended most|least|fewest", attendance=4),
    _cue("attendance figures|stats|statistics|numbers|percentages|percentage|levels|data", attendance=3),
    _cue("attendance|attendances by|per|of|for", attendance=4),
    _cue("present at", present=2.5, attendance=3),
    _cue("always|often|mostly|frequently|regularly absent|missing|away", attendance=4),
    _cue(
        "come|comes|came|coming|go|goes|went|going to|along",
        attendance=2.5,
        members=0.5,
        boards=1.5,
        **_goes_with("deputies"),
    ),
    _cue("hardly|rarely|seldom|barely|infrequently|frequently|often", attendance=1, meetings=0.5),
    _cue("how often", attendance=1, meetings=1.5, deputies=0.5),
    _cue("attender|attenders|absentees|no-shows|participation|participated|participates", attendance=3),
    _cue("rate|rates|record|regularly|reliable|reliably", attendance=2),
    _cue(_DEPUTISE, deputies=4),
    _cue("stand|stands|stood|standing|fill|filled|fills|step|stepped|steps in", deputies=4),
    _cue("stand-in|stand-ins|substitute|substitutes|substituted|substituting|proxy|proxies", deputies=4),
    _cue("cover|covers|covered for", deputies=4),
    _cue("on behalf of", deputies=4),
    _cue("in his|her|their place|stead|absence", deputies=3),
    _cue("act|acts|acted|acting as", deputies=0.5, chairs=0.5),
    _cue("in place|stead|lieu of", deputies=3),
    _cue("instead of", deputies=2.5),
    # what is to be done
    _cue("must|shall <name> do", actions=4),
    _cue("must be done", actions=4),
    _cue("action|actions|task|tasks|to-do|to-dos|todo|todos|homework|workload", actions=4),
    _cue("follow - up|ups", actions=3),
    _cue("follow-up|follow-ups|follow-through|tasked|allocated", actions=3),
    _cue("action log|logs|list|lists|register|tracker|points|point|plan", actions=4),
    _cue("to do", actions=3),
    _cue("to - do", actions=3),
    _cue(
        "agree|agrees|agreed|promised|promise|asked|undertook|committed|supposed|due|owe|owes|assigned",
        actions=2.5,
    ),
    _cue("outstanding|overdue|open|unfinished|pending|incomplete", actions=2),
    # strategies
    _cue("own|owns|owned|owner|owners|deliver|delivers|delivered|delivering|delivery", strategy_owners=3),
    _cue("responsible|responsibility|behind|implement|implements|implementing|charge", strategy_owners=3),
    _cue("accountable|answerable for", strategy_owners=3),
    _cue("takes|taking|take|carries|carry forward|out", strategy_owners=3),
    _cue("signs|signed|sign off", strategy_owners=2),
    _cue("whose job|remit|responsibility|duty", strategy_owners=3),
    _cue("look|looks|looking|looked after", strategy_owners=3),
    _cue("lead|leads|leading|led on", strategy_owners=3, chairs=0.5),
    _cue(
        "drive|drives|driving|manages|managing|manage|coordinates|steward|custodian|oversight of",
        strategy_owners=2,
    ),
    _cue("drive|drives|driving|manages|managing|manage|coordinates|steward|custodian", strategy_owners=2),
    _cue("adopt|adopts|adopted|wrote|approved|oversees|oversee|sponsors", strategy_owners=2),
    # what changed
    _cue("join|joins|joined|joiners|newcomers|newcomer|arrivals|arrived", joined_left=4, since_when=2),
    _cue(
        "left|leave|leaves|leavers|departed|departures|resigned|resign|quit|gone",
        joined_left=3.5,
        since_when=2,
    ),
    _cue("change|changes|changed|turnover|differ|differs|different|difference|differences", joined_left=3.5),
    _cue("came|come and|or went|gone|go", joined_left=4),
    _cue("new on|to|members|faces|people", joined_left=5),
    _cue("comings", joined_left=2),
    _cue("goings", joined_left=2),
    _cue("stepped|stepping|stood|standing|step|stand down", joined_left=4, since_when=2),
    _cue("came|come|coming|dropped|gone|went|stepped|taken off", joined_left=4),
    _cue("starters|incomers|additions|removals", joined_left=3),
    _cue("no longer on|sit|sits|serve|serves|attend|attends|member|members", joined_left=4),
    _cue("no longer a member", joined_left=4),
    _cue("join|joins|joined|leave|left <name> on|in|at <name>"),  # somebody's company, not a seat
    _cue("join|joins|joined|leave|left <name> on|in|at the <name>"),
    # since when somebody has had a seat, and until when
    _cue("since|until|till|from when", since_when=5),
    _cue("how long", since_when=5),
    _cue("how many years|months", since_when=4),
    _cue("when did|does|do <name> join|leave|become|start|begin|stop|resign|retire", since_when=5),
    _cue(
        "what|which year|month|date|day did <name> join|leave|become|start|begin|resign|retire", since_when=5
    ),
    _cue("when was|were|is <name> elected|appointed|re-elected|nominated|first|last", since_when=5),
    _cue("when was|were|is <name> first|last seen|recorded|noted|listed", since_when=5),
    _cue("first|last|earliest|latest seen|recorded|noted|listed", since_when=2),
    # the whole network
    _cue("broker|brokers|connector|connectors|go-between|go-betweens|gatekeeper|gatekeepers", brokers=4),
    _cue(_LINK + " the|our|different|several|many|most " + _BODIES, brokers=3),
    _cue(_LINK + " " + _BODIES, brokers=3),
    _cue("key|main|top connector|connectors|broker|brokers|link|links", brokers=4),
    _cue("linchpin|linchpins|hub|hubs|influencer|influencers|bridge-builders", brokers=4),
    _cue("ties|tie|holds|hold|joins|links|connects|binds|brings", brokers=2),
    _cue("together|network|system", brokers=1.5, common_members=0.5),
    _cue("greatest|largest|highest|biggest number of " + _BODIES + "|seats|memberships", brokers=4),
    _cue("best|most|well connected|central|influential|boards|seats|bodies|groups|important", brokers=4),
    _cue("more than one|two|three " + _BODY + "|" + _BODIES, brokers=3),
    _cue("many|several|multiple|different hats", brokers=3),
    _cue("key people|players|person|figures", brokers=3),
    _cue("several|many|multiple|two|more boards|bodies|groups|committees|seats|partnerships", brokers=3),
    # between two
    _cue("connected|connection|connections|related|relation|relationship|path|route|chain|linked", path=3.5),
    _cue("way|get|gets|go from", path=3),
    _cue("degrees|degree of separation", path=3),
    _cue("shortest|quickest|closest|nearest|direct", path=2),
    _cue("know|knows each other", path=3),
    _cue("know|knows|knew", path=2),
    # meetings
    _cue(
        "meet|meets|met|meeting|meetings",
        meetings=2,
        **_goes_with("present attendance absences deputies empty_seats"),
    ),
    _cue("held|convened|gathered", meetings=2),
    _cue("take|takes|took place", meetings=2),
    _cue("calendar|schedule|timetable", meetings=2),
    _cue("when", meetings=1.5, joined_left=0.5, since_when=1, absences=1, present=0),
    _cue("last|previous|first|latest meeting|meetings|meet|met", meetings=3),
    _cue("date|dates", meetings=2),
)

BODY_WORDS: Final = frozenset(_BODY.split("|"))

DATED: Final = frozenset(
    "members boards common-members represented organisation-seats chairs present attendance absences deputies"
    " actions empty-seats meetings brokers joined-left".split()
)
"""The questions that a time can be asked of."""

SIGNATURES: Final[dict[str, tuple[str, ...]]] = {
    # the kinds a question takes, in order; "?": may be left out; "any": of any kind
    "members": ("body",),
    "boards": ("person",),
    "common-members": ("body", "body"),
    "represented": ("body",),
    "organisation-seats": ("member",),
    "organisation-gaps": ("member",),
    "chairs": ("body?",),
    "structure": ("body",),
    "since-when": ("person", "body?"),
    "present": ("body?", "person?"),
    "attendance": ("body?", "person?"),
    "absences": ("body?", "person?"),
    "deputies": ("body?", "person?"),
    "actions": ("body?", "person?"),
    "strategy-owners": ("strategy",),
    "joined-left": ("body?",),
    "brokers": (),
    "path": ("any", "any"),
    "no-chair": (),
    "inactive": (),
    "empty-seats": ("body?",),
    "sister-gaps": ("body",),
    "meetings": ("body",),
}
