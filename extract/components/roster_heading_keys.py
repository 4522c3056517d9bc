"""The words of roster headings: which tell how those below stood to the meeting, which in what capacity, and
which may stand beside them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How the people below stood to the meeting."""

    PRESENT = "present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Group(StrEnum):
    """In which capacity they are listed."""

    MEMBER = "member"
    GUEST = "guest"
    MINUTES = "minutes"
    CHAIR = "chair"
    VICE_CHAIR = "vice chair"
    CLERK = "clerk"


FILL: Final = frozenset(
    """the of for and or in at on by to from with a an were was those who all following their list
    meeting attendance board committee panel council group partnership forum executive members member's voting
    non-voting name names received sent person via ms microsoft teams zoom video conference phone online
    remotely
    virtually remote also other others otherwise invited names as well & / his her name(s) virtual
    physically hybrid
    public lay independent elected co-opted coopted ordinary full core appointed nominated ex officio
    officio ex-officio
    staff parent foundation associate community executive non-executive standing partner
    authority local parish town city village township county district borough ward
    trust cabinet sub-committee subcommittee
    participating participation part taking place place: parliamentary advisory strategic statutory permanent
    representing representatives representative meeting: today present: were: audience only attendee(s)
    member(s)
    appointees substitute substitutes alternates alternate deputies deputy senate court senior leadership team
    quorum record persons person people register call roll category agency agencies partners this that
    recd rec'd rcvd been have has had given tendered accepted
    absence approved granted receive note accept record non attendance: non-attendance noted:
    welcome introductions introduction opening quorate
    corresponding honorary general serving am permission expected but regretfully advance
    resignation resignations vacancies steering working party corporation governing body university
    college school nhs sign-in sheet details sending sends sent tendering offering offered submitted
    without leave in-person these' order invitation
    special church faculty class in-attendance
    folk folks peeps included including absences joined attended
    january february march april june july august september october november december""".split()
)
KEYS: Final[tuple[tuple[str, State | None, Group | None], ...]] = (
    (
        r"absen(?:t|ce) with (?:apolog\w+|permission|leave|notice|notification|regrets|reasons?)|"
        r"absent ?[-–(]* ?apolog\w+",
        State.APOLOGIES,
        None,
    ),
    (
        r"(?:absent|absence)\w* without (?:apolog\w+|leave|reason|notice|permission)|"
        r"absent without representation|apolog\w+ not (?:received|given|sent)|"
        r"no apolog\w+(?: received)?|no word (?:from|received)|"
        r"no messages?(?: received)?|"
        r"no[- ]shows?|(?:nothing|not) heard from|unexcused(?: absences?)?",
        State.ABSENT,
        None,
    ),
    (
        r"(?:sent |gave )?excuses|on (?:maternity |sick |annual )?leave|"
        r"sorry (?:not|they could ?n[o’'t]+|unable) to? ?(?:be (?:here|there|with us)|(?:make|manage) it|"
        r"come|attend|"
        r"join(?: us)?)|sorry to (?:miss (?:us|it)|have missed \w+)|"
        r"sorry (?:they|you|we)(?: [\w'’]+){1,5}|sorry|sorries|excus[ée]e?s|"
        r"entschuldigt|verskonings?|disculpas|verhinderd|"
        r"away|who[’']?s away|absent (?:and|but|\(?) ?excused|absent on (?:council|other|official) business|"
        r"app?oll?[oai]?gg?[ioa]?\w+|regrets|apols?|ymddiheuriadau(?: am absenoldeb)?|leithsc\w+|unable to "
        r"(?:attend|participate)|could not attend|non[- ]attendance|leisgeulan|leave of absence|"
        r"excused(?: absences?)?|"
        r"not able to (?:attend|participate|come|join|make it|"
        r"be (?:here|there|present))|(?:could(?:not|n['’]t| not)|can(?:not|['’]t| not)) "
        r"(?:come|attend|participate|join|make it|be (?:here|there|present|with us))|unable to (?:come|"
        r"join|make it|be (?:here|"
        r"present))",
        State.APOLOGIES,
        None,
    ),
    (
        r"^abs$|^absences?$|^(?:those )?not$|absentees?|absents?|ausentes|afwesig|abwesend|afwezig|missing|"
        r"not with us|"
        r"(?:who[’']?s )?not (?:t?here|in the room)|who[’']?s not|did(?: not|n[’']t) (?:attend|"
        r"come|join|dial in|make it|show(?: up)?)|dna|not present|"
        r"not in attendance|not represented|(?:not|non)[- ]"
        r"attending|no apolog\w+|absenteeism|absennol|as l[áa]thair",
        State.ABSENT,
        None,
    ),
    (
        r"(?:minutes?|notes?|minuted|recorded|record)(?:\s+(?:were\s+)?(?:taken|written|"
        r"prepared|recorded|kept))?\s+by|(?:minute|note)s?[- ]?\s*(?:taker|secretary|"
        r"clerk)s?|"
        r"(?:taking|took) (?:the )?(?:minutes|notes)|(?:keeper|taker) of (?:the )?(?:minutes|notes)|"
        r"(?:minute|note)[- ](?:taking|keeper|taken by)|"
        r"rapporteurs?|protokoll\w*|"
        r"cofnodion|miont[úu]\w+|scribe|recorder|"
        r"^mins?$|recording secretary|recorded by|minutes|notes|(?:minutes?|notes?)\s*[/&]\s*\w+",
        None,
        Group.MINUTES,
    ),
    (
        r"vice[- ]?chair\w*|deputy chair\w*|(?:an )?leas[- ]?chathaoirleach|is-gadeirydd",
        State.PRESENT,
        Group.VICE_CHAIR,
    ),
    (
        r"in the chair|yn y gadair|(?:an )?cathaoirleach|(?:y )?cadeirydd|preses|chair(?:man|person|woman|"
        r"ed(?: by)?|ing)?|moderat(?:or|ed by)|"
        r"presiding(?: officer)?|facilitat(?:ed by|ing)|"
        r"convenor|convener|meeting chair",
        State.PRESENT,
        Group.CHAIR,
    ),
    (r"clerk(?: to the \w+)?|parish clerk|town clerk|clàrc|clerc", None, Group.CLERK),
    (
        r"(?:staff|management|employers?|employees?|(?:trade )?unions?|officers?)[’']?s? sides?|"
        r"(?:student|youth|faculty|alumni|parent|pupil|teacher) (?:board )?"
        r"(?:rep(?:resentative)?|members?|trustee|delegate|liaison|regent)s?|"
        r"(?:senate|court|council|congregation|graduates?|alumni|students?)[’']?s? assessors?|"
        r"(?:staff|public|parent|partner|associate|independent|lay) (?:governors?|"
        r"trustees|directors|members)|(?:external|independent|co-?opted|appointed|lay) member(?:s|\(s\))?",
        None,
        Group.MEMBER,
    ),
    (
        r"(?:the )?others? (?:agenc(?:y|ies)|organi[sz]ations?|partners|bodies|stakeholders|interests|"
        r"services|sectors?)|"
        r"(?:the )?others? (?:(?:elected|board|council|committee|voting) )?"
        r"(?:members(?! of (?:the )?(?:public|press))|councillors|cllrs|trustees|directors|governors|"
        r"commissioners)",
        None,
        Group.MEMBER,
    ),
    (
        r"visiting|resource (?:persons?|people)|invit[ée]e?s|gäste|besoekers|invitados|"
        r"a['’] frithealadh|i bhfreastal|ag freastal|"
        r"in addition|i l[áa]thair freisin|hefyd yn bresennol|yn gwylio|aoighean|^also(?: with us)?$|"
        r"others?(?: persons| people)?|"
        r"also (?:in attendance|"
        r"in the room|on the call|joining|"
        r"present|attending|attended|"
        r"there)|others?(?: in)? (?:attendance|present|attendees|attending|participants)|"
        r"guests?|(?:invited |external )?experts?|(?:\w+ )?(?:interpreters?|translators?|stenographers?)|"
        r"auditors?|assessors?|observers?|observing|officers?|"
        r"officials|visitors?|"
        r"staff(?: members?)?|secretariat|(?:(?:company|trust|board|committee) )?secretary|"
        r"advis[eo]rs?|presenters?|speakers?|by "
        r"invitation|invite[ed]s?|invited guests?|invited attendees|non-?members?|"
        r"applicants?|petitioners?|appellants?|objectors?|non-executive members|non-voting(?: members?)?|"
        r"public|press|support(?: officers?| staff| team)?|administrat\w+|contributors|"
        r"external|in support|supported by|executive officers|swyddogion|witnesses|"
        r"council officers|oifigigh|attendance by invitation|facilitators?|apprentices?|yn gwylio|"
        r"liaisons?|treasurer",
        None,
        Group.GUEST,
    ),
    (r"in[ -]att?end[ae]n[cs]e|in att", State.IN_ATTENDANCE, None),
    (
        r"(?:who[’']?s|who is) (?:here|in|there)|present|there|who signed in|signed in|"
        r"sign(?:ed)?[- ]in sheet|who (?:came(?: along)?|was (?:here|there)|"
        r"attended)|who|here|we were|in the meeting|people there|"
        r"att?end(?:ees?|ing|ed|[ae]n[cs]e)|attended by|participants?|"
        r"(?:arriv(?:ing|ed)|joining|joined) late|late ?comers?|late arrivals?|arrived (?:during|after)|"
        r"présent(?:e?s)|participants présents|anwesend\w*|teenwoordig|aanwe[sz]ig|presentes|asistentes|"
        r"participating|represented(?: by)?|those present|sederunt|roll call|membership present|"
        r"(?:yn )?bresennol|"
        r"presennol|i l[áa]thair|an làthair|in person|joining|joined|(?:in|around) the (?:room|table)|"
        r"on the call|on[- ]screen|in the (?:building|office|hall)|"
        r"dial(?:led|ed|ling|ing) in|^(?:late|tardy|gathered|came|remote|dial[- ]in)$|(?:left|leaving) early|"
        r"(?:who )?answer(?:ed|ing) (?:the |to (?:the )?)?(?:roll|call)",
        State.PRESENT,
        None,
    ),
    (
        r"chairs|chairmen|reps?|members?|panel|councillors?|cllrs|directors|governors|trustees|executive "
        r"members|committee|board|delegates|representatives|members?hip|cabinet|ex[- "
        r"]officio|independent|elected members|aelodau(?:['’]n)?|baill|comhairlichean|cynghorwyr|"
        r"senators|supervisors|select(?:men|board)|aldermen|elders|deacons|church ?wardens|wardens|sidesmen|"
        r"plot ?-?holders|residents|parishioners|tenants|stewards|delegations?|shareholders|"
        r"exec|co-?opte(?:d|es)|baill tofa|comhairleoirí|maintainers|commissioners|partners|executives?|team",
        None,
        Group.MEMBER,
    ),
)

STANDING_IN: Final = re.compile(
    r"(?:(?:named|nominated|appointed|attending|the) )?"
    r"(?:substitutes?|substitutions?|subs|deputies|alternates?|alternatives|proxies|stand[- ]?ins|"
    r"replacements|deputi[sz]ing|covering|(?:substitute|deputy|alternate|proxy|replacement) "
    r"(?:members|councillors|representatives|delegates|directors|governors))"
    r"(?: (?:present|attending|in attendance|at the meeting))?"
)
"""What heads those who came for others: they are no members by it."""
ONE_OF_THEM: Final = re.compile(
    r"^(?:trustee|director|governor|councill?or|commissioner|supervisor|alderman|board member|member|"
    r"delegate)s? "
    r"(?=(?:absent|excused|not present|apolog\w+|present|attending)$)"
)
"""Before the word that tells, one of those who belong there: "Trustee absent"."""
NO_VOTE: Final = re.compile(r"[\[(]non[- ]?voting(?: members?)?[)\]]")
"""Behind "Present": they came, and are no members."""
_COLUMN: Final = (
    r"(?:names?|members?|initials|title|role|post|position|organi[sz]ation|representing|job title)"
)
_CAME: Final = r"(?:present|attend(?:ed|ance|ing|ees)|in attendance)(?:\?| y ?/ ?n)?"
_AWAY: Final = r"(?:absent|apolog(?:ies|y)|apols?|regrets|excused|not present)"
ANSWERED: Final = re.compile(
    rf"(?:{_COLUMN}[\s/]+)*{_CAME}(?:[\s/]+{_AWAY})+|(?:{_COLUMN}[\s/]+)*(?!member|role)(?:{_COLUMN}[\s/]+)+{_CAME}"
)
"""The heads of columns that a conversion has run into one line: "Present Absent", "Name Title Attended"."""
WHO_BELONGS: Final = re.compile(r"membership(?: and|,| &) (?:chair|quor|roles?\b|terms?\b)")
"""An article of a body's terms: "Membership and chairing" says nothing of who came."""
SEAT: Final = re.compile(
    r"\b(?:place|seat|ward|district|position|div(?:ision)?\.?|area|zone|precinct|post)(?: no\.?)? ?\d{1,2}$"
)
"""For which seat somebody sits: "Council Member Place 1" is no heading."""
PLACED: Final = re.compile(
    r"^((?:members |board |councill?ors |staff )?(?:present|attending|in attendance|participating)) "
    r"(?:physically |in person )?(?:at|in|from) (?:the )?(?!person)[\w’' ]{3,40}$"
)
"""Where those below were: "Present at Town Hall:"."""
BY_WIRE: Final = re.compile(
    r"(?:members? |board )?(?:online|remotely|virtually|(?:on|via|by) (?:ms |microsoft )?(?:zoom|teams|phone|"
    r"telephone|video|skype)|on ?line attendees)"
)
AT_REQUEST: Final = re.compile(
    r"(?:^|,? )(?:(?:at|by|on|upon) (?:the )?(?:kind )?(?:invitation|invite|request|discretion|"
    r"instance) of\b.*|on behalf of$)"
)
"""At whose wish those below came, which says nothing more of them."""
FOR_ITEMS: Final = re.compile(
    r"(?<=\w) (?:for|during|from|until|on) (?:agenda )?items? (?:no\.? )?[\d.]+(?:(?:,| and| &| to|"
    r" ?[-–]) ?[\d.]+)*"
    r"(?: only| onwards)?$"
)
"""For which part of the meeting those below were there."""
NO_LIST: Final = (
    "for ",
    "of ",
    "election",
    "re-election",
    "appointment",
    "nomination",
    "thanks",
    "vote of ",
)
