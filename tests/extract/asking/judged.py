"""Ninety questions as analysts type them, written without sight of the cues, to judge the reading by.

The other phrasings of these tests were at hand while the cues were written; these were not. They are short
and long, mostly without capitals or a question mark, with acronyms, polite forms, dates in words and here and
there a slip in a name. A cue that one of these asks for has to be one that a dictionary would give anyway.
"""

ASKED: list[tuple[str, str]] = [
    # members
    ("who's currently on the harbour partnership executive", "members"),
    ("could you list the membership of SHB as of march 2019 please", "members"),
    ("hwb members list", "members"),
    ("Who was sitting round the table at the Children and Families Forum on 3rd June 2018?", "members"),
    # boards
    ("what boards is amara okafor on", "boards"),
    ("which groups does Cllr Gwen Prichard belong to at the moment", "boards"),
    ("tomasz zielinski's board memberships", "boards"),
    ("Please could you tell me everything Gwen Pritchard sits on?", "boards"),
    # common-members
    ("who is on both the HPE and the Safer Harbour Board", "common-members"),
    ("overlap in membership between hwb and children and families forum", "common-members"),
    ("which people do SHB and HWB have in common", "common-members"),
    (
        "anyone who attends HPE as a member and is also a member of the Harbour Partnership Strategic Group?",
        "common-members",
    ),
    # represented
    ("which organisations are represented on the health and wellbeing board", "represented"),
    ("what agencies have people on SHB and who are they", "represented"),
    ("who represents which partner on the HPE", "represented"),
    ("list of partner organisations round the table at the Children & Families Forum", "represented"),
    # organisation-seats
    ("where does saltmarsh housing trust have a seat", "organisation-seats"),
    ("which boards is Harbour Constabulary represented on", "organisation-seats"),
    ("HCC seats across all the partnerships", "organisation-seats"),
    ("I'd like to know which groups the Saltmarsh Housing Trust has somebody on", "organisation-seats"),
    # organisation-gaps
    ("which boards is saltmarsh housing trust not on", "organisation-gaps"),
    ("where is Harbour Constabulary missing", "organisation-gaps"),
    ("what partnerships don't have anyone from HCC on them", "organisation-gaps"),
    ("boards with no harbour city council representative", "organisation-gaps"),
    # chairs
    ("who chairs the safer harbour board", "chairs"),
    ("name of the chair of HWB please", "chairs"),
    ("list all the chairs and what they chair", "chairs"),
    ("is there a vice chair of the Children and Families Forum and who is it", "chairs"),
    # structure
    ("which sub groups report to the harbour partnership executive", "structure"),
    ("what sits underneath SHB", "structure"),
    ("who does the Children and Families Forum report to", "structure"),
    ("governance structure around the health and wellbeing board", "structure"),
    # attendance
    ("attendance record for the HPE", "attendance"),
    ("how often does each member turn up to the safer harbour board", "attendance"),
    ("attendance rates hwb 2019", "attendance"),
    ("who hardly ever comes to Children and Families Forum meetings", "attendance"),
    # deputies
    ("who has been deputising for whom", "deputies"),
    ("did anyone stand in for amara okafor", "deputies"),
    ("list of substitutes sent to SHB", "deputies"),
    ("who came in place of Cllr Pritchard at the Health & Wellbeing Board", "deputies"),
    # actions
    ("outstanding actions for tomasz zielinsky", "actions"),
    ("what was Amara Okafor asked to do", "actions"),
    ("action log for harbour partnership executive please", "actions"),
    ("who has got actions from the SHB", "actions"),
    # strategy-owners
    ("which board owns the play plan", "strategy-owners"),
    ("who is responsible for delivering the Harbour Community Strategy", "strategy-owners"),
    ("harbour community strategy lead body", "strategy-owners"),
    ("whose job is the Play Plan", "strategy-owners"),
    # joined-left
    ("who joined and who left hpe between january 2018 and december 2019", "joined-left"),
    ("changes in membership of the safer harbour board from April 2017 to April 2018", "joined-left"),
    ("new members and leavers on HWB since 2018", "joined-left"),
    ("Which people came off the Children and Families Forum during 2019?", "joined-left"),
    # brokers
    ("who are the key connectors between boards", "brokers"),
    ("which individuals link the most boards together", "brokers"),
    ("people bridging several partnerships", "brokers"),
    # since-when
    ("how long has amara okafor been on the hpe", "since-when"),
    ("since when does Cllr Gwen Prichard sit on the Safer Harbour Board", "since-when"),
    ("when did tomasz zielinski become a member of HWB", "since-when"),
    ("what year did gwen pritchard join the strategic group", "since-when"),
    ("tomasz zielinski left the children and families forum when?", "since-when"),
    # present
    ("who was at the SHB meeting in june 2018", "present"),
    ("who was present at the executive on 3 June 2018", "present"),
    ("list of people at the HWB meeting on 4 March 2019", "present"),
    ("was gwen pritchard at the executive in June 2010", "present"),
    ("who was there when HPE met in march 2019", "present"),
    ("who was in the room at the Children and Families Forum on 3rd June 2018", "present"),
    # absences
    ("who sent their apologies to shb in june 2018", "absences"),
    ("apologies for the HPE meeting on 3rd June 2018", "absences"),
    ("who couldn't make it to the health and wellbeing board in march 2019", "absences"),
    ("when was Amara Okafor absent", "absences"),
    # path
    ("how are amara okafor and gwen pritchard connected", "path"),
    ("what's the link between Tomasz Zielinski and Cllr Pritchard", "path"),
    ("how would Amara Okafer know Tomasz Zielinski", "path"),
    ("shortest route from gwen pritchard to amara okafor", "path"),
    # no-chair
    ("which boards have no chair", "no-chair"),
    ("any groups currently without a chairperson", "no-chair"),
    ("bodies still lacking a chair", "no-chair"),
    # inactive
    ("which groups have stopped meeting", "inactive"),
    ("list dormant boards", "inactive"),
    ("are any of the partnerships defunct", "inactive"),
    # empty-seats
    ("vacancies on the safer harbour board", "empty-seats"),
    ("which seats are vacant at the moment", "empty-seats"),
    ("are there any unfilled places on HPE", "empty-seats"),
    # sister-gaps
    ("who is missing from the hwb compared with similar boards", "sister-gaps"),
    ("which sectors are on the other boards but not on the Children and Families Forum", "sister-gaps"),
    ("organisations you'd expect on SHB given its sister boards", "sister-gaps"),
    # meetings
    ("when did the harbour partnership executive meet", "meetings"),
    ("dates of SHB meetings in 2018", "meetings"),
    ("when was the last meeting of the Harbour Partnership Strategic Group", "meetings"),
    ("how many times has the hwb met since september two thousand and seventeen", "meetings"),
]

BEYOND: list[str] = [
    "what is the budget of the safer harbour board",
    "how much did HPE spend last year",
    "phone number for amara okafor",
    "email address of the chair of HWB",
    "what's the weather like in harbour city",
    "delete gwen pritchard",
    "remove Tomasz Zielinski from the Safer Harbour Board",
    "add Amara Okafor to the HWB",
    "is amara okafor any good at chairing",
    "which board is the most useful",
    "why did Gwen Pritchard leave the Children and Families Forum",
    "why has the harbour partnership strategic group got no chair",
    "who sits on SHB and when did it last meet",
    "what boards is Amara Okafor on and who chairs them",
    "who sits on the Northern Lighthouse Commission",
    "which boards does Wilhelmina Featherstone sit on",
    "where does Quayside Credit Union have a seat",
    "who owns the Tidal Energy Strategy",
    "how old is cllr pritchard",
    "what party is Gwen Pritchard in",
    "should the HCC have more seats on the HWB",
    "summarise the last minutes of HPE for me",
    "who will chair the Safer Harbour Board next year",
    "hello",
    "what does the play plan say about swimming",
]
"""Questions that no answer of the program fits, or that name nothing known: none may be answered as sure."""
