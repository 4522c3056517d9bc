"""The words by which a question is known, and how strongly each speaks for it.

A pattern is words with alternatives ("stand|stood in"); its weights say for which questions it speaks. Where
patterns overlap the longer one counts alone ("no chair" is not a "chair"). What decides is the sum over a
question's cues, and whether the kinds of things it takes are named.
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
_BODIES = "boards|bodies|groups|committees|partnerships|panels|forums|teams|meetings"
_SIT = "sit|sits|sat|sitting|serve|serves|served|serving"
_SEAT = "seat|seats|place|voice|representative|representatives|representation|member|members"
_ORGANISATIONS = "organisation|organisations|organization|organizations|agency|agencies|partner|partners"
_EMPLOYERS = "employer|employers|sectors|sector|charities|companies|firms"
_CHAIR = "chair|chairs|chaired|chairing|chairman|chairwoman|chairperson|chairmanship|co-chair|co-chairs"
_SUBGROUPS = "subgroup|subgroups|sub-group|sub-groups|subcommittee|subcommittees|sub-committee|sub-committees"
_DEPUTISE = "deputy|deputies|deputised|deputise|deputises|deputising|deputized|deputize|deputizing"
_REPRESENT = "represent|represents|represented|representing|representation|representative|representatives"
_NOT = "no|not|n't|never|nt|without|lack|lacks|lacking|missing"

CUES: Final[tuple[Cue, ...]] = (
    # who sits on a body; where a person or an organisation sits
    _cue(_SIT, members=2, boards=1.5, common_members=1, organisation_seats=2, organisation_gaps=0.5),
    _cue("who is|are|was|were|'s|s on|in", members=2),
    _cue(
        "member|members|membership|memberships", members=2, boards=1.5, common_members=1, organisation_seats=1
    ),
    _cue("made|make|makes up", members=2),
    _cue("composition|makeup|line-up|lineup|attendees|roster", members=2),
    _cue("round|around|at the table", members=1.5, represented=0.5),
    _cue("belong|belongs|belonged|belonging", members=2, boards=2, organisation_seats=1),
    _cue(
        "seat|seats|seated", members=1, boards=1, organisation_seats=2, organisation_gaps=0.5, empty_seats=0.5
    ),
    _cue("people|person|names|everyone|everybody|anyone", members=0.5, common_members=0.5, brokers=0.5),
    _cue(_BODIES, boards=2, organisation_seats=1.5, organisation_gaps=1.5, no_chair=0.5, inactive=0.5),
    _cue("which|what " + _BODY, boards=2, organisation_seats=1.5, strategy_owners=1.5, chairs=0.5),
    _cue("where", boards=1, organisation_seats=1, organisation_gaps=1),
    _cue("involved|active|sitting in|with|on", boards=1.5, members=1),
    # what two bodies share
    _cue("both", common_members=3),
    _cue("in common", common_members=3),
    _cue("share|shares|shared|sharing|common", common_members=3),
    _cue("overlap|overlaps|overlapping|crossover|interlock|interlocks", common_members=3),
    _cue("same people|faces|members|person|names", common_members=4),
    _cue("link|links|linking|bridge|bridges|bridging|connect|connects", common_members=2, path=1, brokers=1),
    # whom they represent
    _cue(_REPRESENT, represented=3, organisation_seats=2, organisation_gaps=0.5),
    _cue(_ORGANISATIONS, represented=2, sister_gaps=0.5),
    _cue("which|what " + _EMPLOYERS, represented=2, sister_gaps=0.5),
    _cue(_NOT + " " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " a|any " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " have|has|got a|any " + _SEAT, organisation_gaps=4),
    _cue(_NOT + " represented|sit|sitting|on|have|at", organisation_gaps=4),
    _cue(_NOT + " members|member|member of|on", organisation_gaps=3),
    _cue("missing|absent|excluded from", organisation_gaps=3, sister_gaps=3),
    _cue("missing|absent|excluded", organisation_gaps=4, sister_gaps=3.5),
    _cue("gap|gaps|compared|compare|comparison|sister|sisters|peers|siblings", sister_gaps=3),
    # chairs
    _cue(_CHAIR, chairs=3),
    _cue("head|heads|headed|leads|led|lead|presides|preside|run|runs", chairs=2, strategy_owners=2),
    _cue(_NOT + " chair|chairs|chairman|chairperson|chairwoman", no_chair=5),
    _cue(_NOT + " a|any chair|chairman|chairperson|chairwoman", no_chair=5),
    _cue(_NOT + " have|has|got a|any chair|chairman|chairperson", no_chair=5),
    _cue("need|needs|want|wants a chair", no_chair=4),
    _cue("no-one|nobody|noone chairs|chairing|chair|leads|heads", no_chair=5),
    _cue("no one chairs|chairing|chair|leads|heads", no_chair=5),
    # what has gone quiet, what is free
    _cue("inactive|dormant|defunct|asleep|disbanded|moribund|lapsed|decommissioned", inactive=4),
    _cue("not|never|n't|no active|met|meet|meeting|formed|established|running", inactive=4),
    _cue("no longer meet|meets|meeting|active|running", inactive=4),
    _cue("wound|wind|stopped|ceased|given up|meeting|meet|to", inactive=4),
    _cue("empty|vacant|vacancy|vacancies|unfilled|unoccupied", empty_seats=4),
    # the bodies around a body
    _cue("structure|structures|structured|hierarchy|organogram|chart|diagram", structure=3),
    _cue("sub|thematic|theme|working - groups|group|committees|committee", structure=3),
    _cue("sub|thematic|theme|working groups|group|committees|committee", structure=3),
    _cue(_SUBGROUPS, structure=3),
    _cue(
        "report|reports|reporting|reported|answer|answers|accountable|answerable|feed|feeds to|into",
        structure=3,
    ),
    _cue("report|reports|reporting", structure=2),
    _cue("under|above|below|beneath|parent|parents|children|fit|fits|umbrella|oversees", structure=2.5),
    # who came, and who came instead
    _cue(
        "attend|attends|attended|attendance|attending|attendances|turnout|turn-out", attendance=3, members=0.5
    ),
    _cue("turn|turns|turned|show|shows|showed|shown up", attendance=4),
    _cue("apologies|apology|absences|absence|absentees|apologised", attendance=3),
    _cue("miss|misses|missed|missing meeting|meetings", attendance=4),
    _cue("miss|misses|missed", attendance=3),
    _cue("present at", attendance=3),
    _cue("how often", attendance=1, meetings=1.5, deputies=0.5),
    _cue("rate|rates|record|regularly|reliable|reliably", attendance=2),
    _cue(_DEPUTISE, deputies=4),
    _cue("stand|stands|stood|standing|fill|filled|fills|step|stepped|steps in", deputies=4),
    _cue("stand-in|stand-ins|substitute|substitutes|substituted|substituting|proxy|proxies", deputies=4),
    _cue("cover|covers|covered for", deputies=4),
    _cue("on behalf of", deputies=3),
    _cue("in place|stead|lieu of", deputies=3),
    _cue("instead of", deputies=2.5),
    # what is to be done
    _cue("action|actions|task|tasks|to-do|to-dos|todo|todos|homework|workload", actions=4),
    _cue("to do", actions=3),
    _cue("to - do", actions=3),
    _cue("agreed|promised|promise|asked|undertook|committed|supposed|due|owe|owes|assigned", actions=2.5),
    _cue("outstanding|overdue|open|unfinished|pending|incomplete", actions=2),
    # strategies
    _cue("own|owns|owned|owner|owners|deliver|delivers|delivered|delivering|delivery", strategy_owners=3),
    _cue("responsible|responsibility|behind|implement|implements|implementing|charge", strategy_owners=3),
    _cue("adopt|adopts|adopted|wrote|approved|oversees|oversee|sponsors", strategy_owners=2),
    # what changed
    _cue("join|joins|joined|joiners|newcomers|newcomer|arrivals|arrived", joined_left=4),
    _cue("left|leave|leaves|leavers|departed|departures|resigned|quit|gone", joined_left=3.5),
    _cue("change|changes|changed|turnover|differ|differs|different|difference|differences", joined_left=3.5),
    _cue("came|come and|or went|gone|go", joined_left=4),
    _cue("new on|to|members|faces|people", joined_left=5),
    _cue("stepped down", joined_left=4),
    # the whole network
    _cue("broker|brokers|connector|connectors|go-between|go-betweens|gatekeeper|gatekeepers", brokers=4),
    _cue("linchpin|linchpins|hub|hubs|influencer|influencers|bridge-builders", brokers=4),
    _cue("ties|tie|holds|hold|joins|links|connects|binds|brings", brokers=2),
    _cue("together|network|system", brokers=1.5, common_members=0.5),
    _cue("best|most|well connected|central|influential|boards|seats|bodies|groups|important", brokers=4),
    _cue("key people|players|person|figures", brokers=3),
    _cue("several|many|multiple|two|more boards|bodies|groups|committees|seats|partnerships", brokers=3),
    # between two
    _cue("connected|connection|connections|related|relation|relationship|path|route|chain|linked", path=3.5),
    _cue("way|get|gets|go from", path=3),
    _cue("know|knows each other", path=3),
    _cue("know|knows|knew", path=2),
    # meetings
    _cue("meet|meets|met|meeting|meetings", meetings=2),
    _cue("when", meetings=1.5, joined_left=0.5),
    _cue("last|next|previous|first|latest meeting|meetings|met", meetings=3),
    _cue("date|dates", meetings=2),
)

IGNORED: Final = frozenset(
    """
    'd 'll 'm 're 's 've a about actually after against ago all also am an and another answer any
    anybody anyone are around as at available back be been before being between board boards bodies body
    both but by came can come comes could current currently d day days detail details did do does doing
    done down during each else ever every everybody everyone exactly far find for from general get give
    go goes going gone got had has have having he her hers him his how i if in info information into is
    it its just kindly know latest least less let lets like list ll long look looking made main make
    makes many may me might month months more most much must n't name names need needs never no nobody
    not now nt of off on one ones only onto or other our out over overall part partnership partnerships
    people per period person place please presently put question re really recent recently regular s
    said same say says see send sends sent shall she should show side sides since so some somebody
    someone still t table take taken takes tell than that the their theirs them then there these they
    this those three through till time times to today together too took two until up upon us usually ve
    very via want was we went were what whats when where wheres whether which who whom whos whose why
    will with within would year years yes you your
    """.split()
)
"""Words that name nothing and speak for nothing by themselves."""

SIGNATURES: Final[dict[str, tuple[str, ...]]] = {
    # the kinds a question takes, in order; "?": may be left out; "any": of any kind
    "members": ("body",),
    "boards": ("person",),
    "common-members": ("body", "body"),
    "represented": ("body",),
    "organisation-seats": ("organisation",),
    "organisation-gaps": ("organisation",),
    "chairs": ("body?",),
    "structure": ("body",),
    "attendance": ("body?", "person?"),
    "deputies": ("body?", "person?"),
    "actions": ("body?", "person?"),
    "strategy-owners": ("strategy",),
    "joined-left": ("body",),
    "brokers": (),
    "path": ("any", "any"),
    "no-chair": (),
    "inactive": (),
    "empty-seats": ("body?",),
    "sister-gaps": ("body",),
    "meetings": ("body",),
}
