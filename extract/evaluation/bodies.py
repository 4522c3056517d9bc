"""Invented organisations and boards for test documents, by the kind of partnership that writes the
minutes.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from whosat.extract.evaluation.people import words

PLACES = words(
    """Aldermere, Ambleford, Arnsby, Barrowmoor, Brackenhurst, Brindlecombe, Calderstone, Chillingham
    Vale, Coverdale, Cranwick, Darnbrook, Eastmarsh, Ellerdale, Fenwick Bay, Foxcote, Glenmorran,
    Great Hadlow, Harrowden, Heronsea, Inverlaggan, Kingsmoor, Kirkbeck, Langmere, Lower Wexham,
    Marchbury, Netherfold, North Tarrant, Oakhanger, Penmaen, Pentregwyn, Port Carrick, Quantock
    Vale, Ravensworth, Saltfleet, Selbridge, Sherrington, South Wendale, Stour Valley,
    Strathalder, Tamarside, Thornbury Hill, Upper Severnside, Wearmouth, West Kesteval,
    Whitcliffe, Winterslow, Wychbourne, Ystradwen"""
)

PARTNERS: dict[str, tuple[str, ...]] = {
    "council": words(
        """{p} City Council, {p} Borough Council, {p} District Council, {c} County Council, {p}
        Council, {p} Metropolitan Borough Council, London Borough of {p}, {p} Town Council, {p}
        Parish Council, {c} Combined Authority"""
    ),
    "health": words(
        """{c} NHS Foundation Trust, {p} Hospitals NHS Trust, NHS {c} ICB, {c} Integrated Care Board,
        {p} Community Healthcare NHS Trust, {c} CCG, Healthwatch {c}, {p} Primary Care Network,
        {c} Partnership NHS Foundation Trust, {c} Ambulance Service, {p} Hospice, {c} Local
        Medical Committee, NHS England, {p} Medical Practice, Public Health {c}"""
    ),
    "police": words(
        """{c} Police, {c} Constabulary, {c} Fire and Rescue Service, National Probation Service, {c}
        Youth Justice Service, Office of the Police and Crime Commissioner, HMP {p}, {c}
        Magistrates' Association, Crown Prosecution Service, British Transport Police"""
    ),
    "voluntary": words(
        """Age UK {c}, {p} Citizens Advice, {c} Mind, {p} Foodbank, {c} Rape Crisis, {c} Carers
        Trust, {p} Women's Refuge, Barnardo's, {c} Wildlife Trust, {p} Volunteer Centre, Community
        Action {c}, The Harbour Project, {p} Mencap, Shelter, NSPCC, {c} Community Foundation,
        Bright Futures {p}, Turning Point, {c} Deaf Association, The Lantern Trust, SafeHaven, {p}
        Pride"""
    ),
    "business": words(
        """{c} Chamber of Commerce, Federation of Small Businesses, Harker & Lowe LLP, {p} Airport,
        Tarn Engineering Ltd, Brightwater Homes, {c} Growth Hub, CBI, {p} Business Improvement
        District, Kestrel Energy plc, Lumen Digital, {c} NFU, Orchard Hotels Group, Meridian
        Ports, Pike & Sons, Silverline Coaches, Department for Business and Trade, Homes England"""
    ),
    "education": words(
        """University of {p}, {p} College, {c} Association of Secondary Heads, {p} Academy, St
        Aidan's Primary School, {c} Governors' Association, {p} Students' Union, {p} High School,
        Holy Cross Multi Academy Trust, {p} Sixth Form College"""
    ),
    "environment": words(
        """Environment Agency, Natural England, {c} Rivers Trust, Forestry Commission, National
        Trust, {c} Internal Drainage Board, Severn Trent Water, Canal & River Trust, RSPB, {p}
        Harbour Commissioners, Network Rail, National Highways, {c} AONB Partnership"""
    ),
    "housing": words(
        """{p} Homes, {c} Housing Group, Sovereign Way Housing, {p} Tenants' Federation, Almshouse
        Association, {p} Lettings Forum"""
    ),
    "open source": words(
        """Quillstone Labs, Red Otter, Nimbus Hosting, Tessera Systems, University of {p}, Fjordware
        AS, Parallax, Bluefin Cloud, Grantham Semiconductors, Vellum, Open Ledger
        Group"""
    ),
}

FAMILIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # the boards of a family, and the kinds of partners that sit on them
    "parish": (words(
        """{p} Parish Council, {p} Town Council, {p} with {q} Parish Council, Planning Committee of
        {p} Town Council"""
    ), ()),
    "community": (words("{p} Community Council, {p} and {q} Community Council"), ()),
    "nhs": (
        words(
            """Board of Directors of {p} Hospitals NHS Trust, {c} NHS Foundation Trust Board, {c} CCG
            Governing Body, Quality and Safety Committee, Audit and Risk Committee, {p} Hospital
            Infection Control Committee"""
        ),
        ("health",),
    ),
    "icb": (
        words(
            """{c} Integrated Care Board, {c} Health and Care Partnership, {c} Place Based Board, {c}
            Primary Care Commissioning Committee"""
        ),
        ("health", "council", "voluntary"),
    ),
    "safeguarding": (
        words(
            """{c} Safeguarding Adults Board, {p} Safeguarding Children Partnership, {c} Child Death
            Overview Panel, {p} Health and Wellbeing Board, {c} Domestic Abuse Partnership Board"""
        ),
        ("council", "health", "police", "voluntary", "education"),
    ),
    "police": (
        words(
            """{c} Police and Crime Panel, {p} Community Safety Partnership, {c} Criminal Justice
            Board, {c} Youth Offending Service Management Board"""
        ),
        ("council", "police", "voluntary"),
    ),
    "university": (
        words(
            """{p} University Senate, University of {p} Court, Academic Board, Research Ethics
            Committee, Faculty of Science Board, Finance and General Purposes Committee"""
        ),
        (),
    ),
    "lep": (
        words(
            """{c} Local Enterprise Partnership Board, {p} Economic Growth Board, {c} Skills Advisory
            Panel, {p} Town Deal Board, {c} Business Board"""
        ),
        ("business", "council", "education"),
    ),
    "housing": (words(
        """Board of {p} Homes, {c} Housing Partnership, {p} Homelessness Forum, {p} Tenant Scrutiny
        Panel"""
    ), ("housing", "council", "voluntary")),
    "school": (words(
        """Governing Body of {p} High School, {p} Academy Trust Board, Local Governing Board of St
        Aidan's Primary School, Standards and Curriculum Committee"""
    ), ()),
    "church": (words(
        """Parochial Church Council of St Oswald's, {p} Deanery Synod, {p} Methodist Circuit Meeting,
        PCC of {p} Parish Church"""
    ), ()),
    "charity": (words(
        """Trustees of {p} Almshouses, {c} Community Foundation Board of Trustees, Friends of {p}
        Park, {p} Village Hall Management Committee"""
    ), ()),
    "open source": (
        words(
            """Tessera Foundation Board of Directors, Vellum Project Steering Committee, Fjord
            Technical Oversight Committee, OpenQuarry Governing Board"""
        ),
        ("open source",),
    ),
    "authority": (words(
        """{c} Combined Authority Board, {c} Transport Committee, {c} Leaders' Group, {c} Waste
        Partnership Joint Committee"""
    ), ("council",)),
    "flood": (
        words(
            """{c} Strategic Flood Partnership, {p} Coastal Forum, {c} Catchment Partnership, {c}
            Local Nature Partnership, {c} Resilience Forum"""
        ),
        ("environment", "council", "voluntary"),
    ),
}  # fmt: skip

JOBS: dict[str, tuple[str, ...]] = {
    "nhs": words(
        """Chief Executive, Chief Nurse, Medical Director, Non-Executive Director, Director of
        Finance, Chief Operating Officer, Director of People and Culture, Company Secretary,
        Deputy Chair, Head of Communications, Associate Non-Executive Director, Governor, Director
        of Strategy and Transformation, Clinical Lead, Matron, Chief Digital and Information
        Officer, Consultant Microbiologist"""
    ),
    "university": words(
        """Vice-Chancellor, Deputy Vice-Chancellor, Registrar, Dean of the Faculty of Arts, Head of
        the School of Law, Director of Library Services, President of the Students' Union, Lay
        Member, Academic Staff Member, Pro-Vice-Chancellor (Research), Professorial Member, Chief
        Financial Officer, Postgraduate Representative, Head of Governance"""
    ),
    "school": words(
        """Headteacher, Parent Governor, Staff Governor, Co-opted Governor, Foundation Governor, LA
        Governor, School Business Manager, Deputy Headteacher, Associate Member, Trust Governor"""
    ),
    "church": words(
        """Vicar, Curate, Churchwarden, Treasurer, Lay Reader, Deanery Synod Representative,
        Safeguarding Officer, Organist"""
    ),
    "charity": words(
        """Trustee, Treasurer, Company Secretary, Director, Patron, Bookings Officer, Grants Manager,
        Volunteer Coordinator"""
    ),
    "other": words(
        """Head of Service, Director of Adult Social Care, Detective Superintendent, Partnership
        Manager, Policy Officer, Chief Officer, Designated Nurse, Service Manager, Assistant
        Director, Business Manager, Strategic Lead, Legal Adviser, Team Leader, Principal
        Engineer, Lead Member for Children, Economic Development Manager, Project Manager, Cabinet
        Member for Housing, Chief Fire Officer, Data Analyst"""
    ),
}  # fmt: skip

BOARDS_NEARBY = words(
    """{c} Children's Trust Board, {p} Growth Board, {c} Health Overview and Scrutiny Committee, Finance
    and Resources Sub-Committee, {c} Strategic Housing Group, {p} Town Centre Working Group,
    Quality Assurance Subgroup, {c} Leaders' Board, Performance and Audit Panel, {p} Youth Forum,
    Digital Inclusion Task Group, {c} Violence Reduction Partnership, Communications Working
    Group, {p} Ageing Well Forum"""
)

STRATEGIES = words(
    """{c} Local Plan, {p} Town Centre Masterplan, {c} Joint Health and Wellbeing Strategy, Domestic
    Abuse Strategy, {c} Climate Action Plan, Digital Strategy 2021-2025, {c} Strategic Economic
    Plan, Homelessness Reduction Strategy, {c} Flood Risk Management Strategy, Suicide Prevention
    Action Plan, {c} Cultural Strategy, {p} Neighbourhood Plan, Children and Young People's Plan,
    Workforce Strategy 2019-2024"""
)

ROOMS = words(
    """Committee Room 2, The Guildhall, Village Hall, Conference Room A, The Old Library, St Mary's
    Church Hall, Council Chamber, Boardroom, Via Microsoft Teams, Room 1.14, Trust Headquarters,
    Riverside Centre, Memorial Hall, Town Hall, The Pavilion, Zoom, Unit 4 Quayside"""
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or board: its name, and the acronym some documents use for it ("" if none)."""

    name: str
    short: str = ""


def acronym(name: str) -> str:
    """The capitals that a long name boils down to, or "" where that makes no sense."""
    letters = "".join(word[0] for word in re.findall(r"[A-Z][\w']+", name.replace("NHS", "N")))
    return letters if 3 <= len(letters) <= 6 and len(name.split()) >= 3 else ""


@dataclass(frozen=True, slots=True)
class Region:
    """Two neighbouring places and the county they lie in: what the names of one document are made of."""

    place: str
    neighbour: str
    county: str

    def fill(self, template: str) -> Body:
        """The body that a template gives in this region."""
        name = template.format(p=self.place, q=self.neighbour, c=self.county)
        return Body(name, acronym(name))


def region(rng: random.Random) -> Region:
    """A place, its neighbour, and a county."""
    place, neighbour, county = rng.sample(PLACES, 3)
    return Region(place, neighbour, county if " " in county else county + rng.choice(("", "", "shire")))


def partners(rng: random.Random, where: Region, family: str, count: int) -> list[Body]:
    """The organisations that send people to a board of `family`; none for a body that stands alone."""
    kinds = FAMILIES[family][1]
    pool = [template for kind in kinds for template in PARTNERS[kind]]
    rng.shuffle(pool)
    return [where.fill(template) for template in pool[:count]]
