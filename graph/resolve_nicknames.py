"""Which given names stand for one another, and which names are so common that they prove little.

Each line of `_GROUPS` is one name with its short forms and other spellings; a name may stand in several lines
("Alex" for Alexander and for Alexandra), so two names agree if any line holds both.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_GROUPS: Final = """
abigail abi abbie abby gail
adam ad
agnes aggie
alan allan allen alun al
albert bert al bertie
alexander alex alec sandy alasdair alastair alistair alister xander
alexandra alex sandra sandy lexi
alfred alf fred alfie
alison allison ali
amanda mandy
andrea andie
andrew andy drew
angela angie ange
ann anne annie anna nan hannah
anthony tony antony ant
antonia toni
archibald archie
arthur art
barbara barb babs
barry baz
beatrice bea trixie
benjamin ben benny
bernard bernie
beverley bev beverly
bradley brad
brenda bren
bridget bridie
caroline carol carrie caro carolyn
catherine katherine kathryn cathy kathy kate katie cath kath cat kit catharine katharine kitty kat
cecilia cecily
charles charlie chas chuck
charlotte charlie lottie char
cheryl sheryl
christine christina chris chrissie tina kristina
christopher chris kit topher kris
claire clare clair
clifford cliff
colin col
constance connie
cornelius con
cynthia cindy
daniel dan danny
danielle dani
david dave davey dai dafydd
dean deano
deborah debbie debra deb
dennis den denis
derek derrick del
diana diane di dianne
dominic dom dominick
donald don donny
dorothy dot dottie dolly
douglas doug
edward ed eddie ted ned teddy edd
edwin ed
eileen aileen
eleanor ellie nell elinor ella nora
elizabeth liz beth betty lizzie eliza lisa libby elisabeth bess liza lizbeth betsy
emily em emmy
emma em
ernest ernie
eugene gene
evelyn eve evie
felicity fliss
florence flo florrie
frances fran francesca fanny
francis frank fran
franklin frank
frederick fred freddie frederic freddy
gabrielle gabby gabriella
gareth gaz
gary garry gaz
gavin gav
geoffrey geoff jeffrey jeff jeffery
george georgie
georgina georgie gina
gerald gerry jerry gerard
gillian gill jill jillian
glenn glen
gordon gordie
graham graeme grahame
gregory greg gregor
gwendoline gwen
harold harry hal
harriet hattie harry
hazel haze
helen helena nell ellen
henry harry hal hank
herbert bert herb
hilary hillary
howard howie
hugh hugo hughie huw
ian iain
imogen immy
irene rene
isabel isobel bella izzy isabelle isabella
jacob jake
jacqueline jackie jacqui jaqueline jacquie
james jim jimmy jamie jas jem
jane jayne janie
janet jan jannet
janice jan janis
jean jeannie jeanne
jeanette jeannette
jennifer jen jenny jennie jenifer
jeremy jerry jem
jerome jerry
jessica jess jessie
joan joanie
joanne jo joanna joann johanna
jocelyn joss
john jon johnny jack johnnie
jonathan jon jonny jonathon john johnathan
joseph joe joey
josephine jo josie
joshua josh
joyce joy
judith judy jude
julian jules julien
julie jules julia
karen karin karyn
keith keef
kenneth ken kenny
kerry kerrie
kevin kev
kimberley kim kimberly
laura lauren laurie lori
lawrence laurence larry laurie lawrie
leonard len lenny leo
leslie les lesley
lewis louis lou
lillian lily lilian
linda lynda lyn lin lindy
lindsay lindsey linsey
lorraine lori
louise lou louisa
lucy lucie lucinda
luke lucas
lynne lynn lyn
madeleine maddy madeline
malcolm mal
marcus marc
margaret maggie meg peggy marge margie mags madge greta
marian marion
marie maria
marilyn maz
marjorie marge
mark marc
martin martyn
mary molly polly mari
matilda tilly
matthew matt mathew mat
maureen mo
maurice morris mo
maxwell max
melanie mel
melissa mel
michael mike mick micky mikey mickey mitch
michelle shell michele chelle
mildred millie
miriam mim
mohammed muhammad mohamed mohammad muhammed mo
monica mon
natalie nat nathalie
natasha tash tasha
nathan nathaniel nat nate
neil neal niall
nicholas nick nicky nicolas nico
nicola nicky nikki nic
nigel nige
norman norm
oliver ollie olly
olivia liv livvy
pamela pam
patricia pat patsy trish tricia paddy patty
patrick pat paddy
paul paulie
pauline paula
penelope penny pen
peter pete
philip phil phillip
philippa pippa pip
phyllis phyl
priscilla cilla
rachel rachael rach
raymond ray
rebecca becky bec becca bex rebekah
reginald reg reggie
rhiannon rhi
richard rick dick richie rich ricky dickie
robert bob rob bobby robbie bert robin
roberta bobbie
roderick rod roddy
rodney rod
roger rodger
roland rollo roly
ronald ron ronnie
rosalind ros roz
rosemary rose rosie
roxanne roxy
rupert rue
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sara sally sal
sean shaun shawn
sharon shaz
sheila shelagh
sidney sid sydney
simon si
sophia sophie
stanley stan
stephanie steph stef
stephen steve steven stevie ste stephan
stewart stuart stu
susan sue susie suzanne suzy susanne susannah suzie
sylvia silvia
tamara tammy
teresa theresa terry tess tessa
terence terry terrence
theodore theo ted
thomas tom tommy thom
timothy tim timmy
tobias toby
tracey tracy tracie
trevor trev
valerie val
vanessa nessa
vera ronnie
veronica ronnie vera
victor vic
victoria vicky vicki vikki tori vicci vicky
vincent vince vinny
vivien vivienne viv vivian
walter wally walt
warren waz
wendy wend
wilfred wilf
william bill will billy willy liam wm
winifred win winnie
yvonne yvette
zachary zac zach zak
zoe zoey
"""

_COMMON_SURNAMES: Final = frozenset(
    """
    smith jones taylor brown williams wilson johnson davies davis robinson wright thompson evans walker
    white roberts green hall wood jackson clarke clark khan patel lewis james phillips mason mitchell rose
    hughes edwards harris cooper king lee martin turner hill morris moore ward watson baker allen morgan
    thomas price cook bennett young ahmed ali hussain shaw scott adams parker carter bailey richardson cox
    collins griffiths murphy kelly miller marshall simpson anderson bell hunt mills webb palmer stevens
    begum singh
    """.split()
)

_COMMON_GIVEN: Final = frozenset(
    """
    john david paul peter michael mark andrew james robert richard stephen william thomas simon ian alan
    chris christopher steve steven mike dave andy tom daniel matthew martin kevin gary tony anthony george
    charles susan sue sarah jane karen helen julie margaret mary anne ann elizabeth patricia linda
    jennifer claire emma alison nicola jo joanne kate catherine laura lisa rachel rebecca louise caroline
    christine mohammed
    """.split()
)


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def roots(given: str) -> frozenset[int]:
    """The groups of names that this given name (folded) belongs to; empty if it is in no list."""
    return _groups().get(given, frozenset())


def stand_for_one_another(left: str, right: str) -> bool:
    """Whether one given name is a short form or other spelling of the other ("Bill", "William")."""
    return not roots(left).isdisjoint(roots(right))


@cache
def first_letters(given: str) -> frozenset[str]:
    """The letters that the forms of a given name begin with: "b" and "w" for "bill"."""
    lines = _GROUPS.strip().splitlines()
    return frozenset(name[0] for group in roots(given) for name in lines[group].split())


def is_given_name(word: str) -> bool:
    """Whether a word (folded) is a given name of the lists; two of them are not each other's misspelling."""
    return word in _groups() or word in _COMMON_GIVEN


def commonness(given: str | None, surname: str) -> int:
    """How common a name is: 0 neither part, 1 one of them, 2 both given name and surname."""
    return int(surname in _COMMON_SURNAMES) + int(given is not None and given in _COMMON_GIVEN)
