"""People's names for test documents, put together from lists of several cultures, and the ways they
are written.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from whosat.extract.evaluation.rare_names import made_up, wanted


def words(text: str) -> tuple[str, ...]:
    """The entries of a comma-separated list that may run over several lines."""
    return tuple(" ".join(entry.split()) for entry in text.split(",") if entry.strip())


CULTURES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        words(
            """Alan, Alison, Andrea, Angela, Barry, Beverley, Brenda, Bridget, Carl, Caroline,
            Cheryl, Clive, Colette, Darren, Dawn, Deborah, Dennis, Derek, Diane, Donna, Dorothy,
            Edwin, Eileen, Elaine, Felicity, Frances, Gary, Geoff, Gillian, Glynis, Graham,
            Hannah, Hazel, Heather, Hilary, Howard, Imogen, Irene, Ivor, Jacqueline, Janice,
            Jeremy, Jo, Joyce, Judith, Justin, Karen, Keith, Kerry, Lesley, Lindsay, Lynne,
            Malcolm, Mandy, Marilyn, Maureen, Maxine, Mervyn, Miles, Muriel, Neil, Norman, Oliver,
            Pamela, Pat, Philippa, Ralph, Raymond, Robin, Rosemary, Roy, Sandra, Sheila, Stella,
            Stuart, Terry, Tracey, Trevor, Val, Vernon, Vivienne, Wayne, Wendy, Yvonne, Zoe"""
        ),
        words(
            """Abbott, Ackroyd, Aldridge, Appleyard, Ashworth, Backhouse, Barraclough, Bickerstaff,
            Birtwistle, Blackwood, Bottomley, Bracewell, Broadbent, Burgess, Butterworth,
            Cartwright, Catchpole, Clutterbuck, Coldwell, Copley, Crabtree, Dewhurst, Drinkwater,
            Eccles, Entwistle, Fairweather, Featherstone, Fothergill, Gathercole, Goodfellow,
            Greenhalgh, Halliwell, Hardcastle, Heathcote, Higginbottom, Holdsworth, Illingworth,
            Jessop, Kettlewell, Lockwood, Longbottom, Mellor, Micklethwaite, Nightingale, Oldroyd,
            Ormerod, Peverell, Pilkington, Quarmby, Ramsbottom, Rowbotham, Satterthwaite,
            Shuttleworth, Sidebottom, Stanhope, Thistlewood, Threlfall, Uttley, Wadsworth,
            Wagstaff, Weatherill, Winterbourne, Woodhouse, Wigglesworth, Young, May, Rose, Price,
            Moss, Church, Hall, Park, Law, Day"""
        ),
    ),
    "scottish": (
        words(
            """Ailsa, Alasdair, Callum, Catriona, Eilidh, Ewan, Fergus, Fiona, Hamish, Iain, Isla,
            Kirsty, Lachlan, Mairi, Morag, Murdo, Rory, Shona, Struan, Una"""
        ),
        words(
            """Abercrombie, Auchterlonie, Balfour, Buchanan, Carmichael, Colquhoun, Dalrymple,
            Drummond, Farquharson, Galbraith, Gillespie, Kinnaird, Lochhead, MacAskill, MacDonald,
            MacIntyre, MacLeod, McAllister, McGillivray, McKechnie, Menzies, Moncrieff, Ogilvie,
            Ruthven, Strachan, Urquhart"""
        ),
    ),
    "welsh": (
        words(
            """Aled, Angharad, Bethan, Carys, Cerys, Dafydd, Delyth, Dylan, Eirlys, Eluned, Emyr,
            Ffion, Geraint, Gethin, Gwenllian, Haf, Hywel, Ieuan, Iestyn, Lowri, Llŷr, Mair,
            Meinir, Myfanwy, Nerys, Rhian, Rhodri, Siân, Siôn, Tegwen, Wyn"""
        ),
        words(
            """ap Dafydd, Bebb, Bowen, Cadwaladr, Craddock, Eynon, Gwilym, Gwynne, Havard, Llewelyn,
            Lloyd-Roberts, Maddocks, Mostyn, Nantlais, Parri, Prosser, Prydderch, Pugh, Rhydderch,
            Tudur, Vaughan, Wynne-Jones"""
        ),
    ),
    "irish": (
        words(
            """Aisling, Aoife, Bríd, Caoimhe, Ciarán, Colm, Cormac, Declan, Deirdre, Diarmuid,
            Dymphna, Eoin, Fionnuala, Gráinne, Maeve, Máire, Niamh, Oisín, Orlaith, Pádraig,
            Róisín, Ruairí, Séamus, Sinéad, Tadhg"""
        ),
        words(
            """Brannigan, Carragher, Devaney, Fitzsimons, Geraghty, Hanrahan, Mac Giolla, McGuinness,
            McLoughlin, Mulholland, Ní Dhomhnaill, O'Callaghan, O'Dowd, O'Flaherty, O'Loughlin,
            O'Shaughnessy, Ó Briain, Quigley, Toner"""
        ),
    ),
    "south asian": (
        words(
            """Aamir, Aarti, Anjali, Arif, Bhavna, Chaudhry, Deepika, Farzana, Gurpreet, Harjit,
            Ishaan, Jaspal, Kavita, Kulwinder, Manjit, Meera, Nasreen, Neelam, Parminder, Pritpal,
            Rukhsana, Sanjeev, Shazia, Sunita, Tariq, Usha, Vikram, Waheeda, Yasmin, Zubair"""
        ),
        words(
            """Ahluwalia, Akhtar, Bains, Banerjee, Bhattacharya, Chowdhury, Dhillon, Ghosh, Hussain,
            Iqbal, Jayasuriya, Kaur, Khatun, Mahmood, Mukherjee, Nayar, Parmar, Qureshi, Rahman,
            Raval, Sandhu, Sengupta, Shah, Siddiqui, Subramaniam, Thakrar, Venkataraman, Virdee"""
        ),
    ),
    "african": (
        words(
            """Abena, Adaeze, Amara, Bukola, Chidi, Chinyere, Ebele, Folake, Ikenna, Kofi, Kwabena,
            Ngozi, Nnamdi, Olufemi, Sekou, Tendai, Thandiwe, Tunde, Wanjiru, Yaw, Zanele"""
        ),
        words(
            """Achebe, Adeyemi, Afolabi, Agyeman, Boateng, Chukwu, Dlamini, Ekwueme, Kamau, Mensah,
            Moyo, Mutasa, Nkemelu, Nwosu, Obafemi, Okonkwo, Onyango, Osei-Bonsu, Owusu, Sesay,
            Tembo"""
        ),
    ),
    "european": (
        words(
            """Agnieszka, Anneliese, Beata, Bogdan, Dimitra, Elżbieta, François, Giulia, Grzegorz,
            Ilse, Jürgen, Katarzyna, Konstantinos, Laszlo, Małgorzata, Mireille, Natalija,
            Ottavia, Renata, Søren, Zbigniew"""
        ),
        words(
            """Andersen, Bianchi, Dąbrowski, De la Cruz, Dubois, Grünwald, Horvath, Kowalczyk,
            Lindqvist, Novotná, Papadopoulos, Petrauskas, Rossi-Hart, Szymańska, van der Meer, von
            Hagen, Wiśniewska, Łukasik"""
        ),
    ),
    "east asian and others": (
        words(
            """Aylin, Chi-Wai, Emre, Hiroko, Jing, Kwok, Leila, Mei Ling, Minh, Nurten, Omid, Parisa,
            Siew, Soraya, Thi, Wai Yee, Xiu, Yusuf"""
        ),
        words(
            """Aydin, Chan, Cheung, Demir, Farahani, Haddad, Ho, Kim, Lam, Lau, Ng, Nguyen, Ong,
            Tanaka, Tran, Wu, Yeung, Yilmaz, Zhang"""
        ),
    ),
}
_WEIGHTS = {
    "english": 46,
    "scottish": 8,
    "welsh": 7,
    "irish": 7,
    "south asian": 13,
    "african": 8,
    "european": 6,
}

CIVIL_TITLES = words(
    """Mr, Mrs, Ms, Miss, Dr, Professor, Prof, Rev'd, Revd, Sir, Dame, Lord, Baroness, Mx, Canon,
    Prof."""
)
POST_NOMINALS = words("OBE, MBE, CBE, JP, QC, KC, PhD, DL, QPM, FRCP")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's names; `title` and `letters` are what some layouts write around them."""

    given: str
    family: str
    title: str = ""
    letters: str = ""

    @property
    def full(self) -> str:
        """Given name and family name."""
        return f"{self.given} {self.family}"

    @property
    def initials(self) -> str:
        """The first letters of all parts, as minutes write them ("JH-T")."""
        parts = [part for part in self.full.replace("'", " ").split() if part[0].isupper()]
        return "".join("-".join(piece[0] for piece in part.split("-") if piece) for part in parts).upper()

    @property
    def formal(self) -> str:
        """A civil title and the name, "Mrs Jane Smith"; without a title the plain name."""
        return f"{self.title} {self.full}".strip()


def person(rng: random.Random, culture: str | None = None) -> Person:
    """Somebody of any culture, or of the one given."""
    if culture is None:
        culture = rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
        if rng.random() < 0.05:
            culture = "east asian and others"
    given, family = (rng.choice(names) for names in CULTURES[culture])
    if wanted():
        given, family = made_up(rng), made_up(rng)
    if rng.random() < 0.06:
        family = f"{family}-{rng.choice(CULTURES['english'][1])}" if "-" not in family else family
    if rng.random() < 0.04 and culture == "english":
        given = f"{given}-{rng.choice(words('Ann, Jane, Louise, Marie, Paul'))}"
    title = rng.choice(CIVIL_TITLES[:5] if rng.random() < 0.85 else CIVIL_TITLES)
    letters = rng.choice(POST_NOMINALS) if rng.random() < 0.06 else ""
    return Person(given, family, title, letters)


def people(rng: random.Random, count: int, culture: str | None = None) -> list[Person]:
    """Several people, no two with one family name, full name or set of initials."""
    found: list[Person] = []
    for _ in range(count * 40):
        one = person(rng, culture if culture and rng.random() < 0.6 else None)
        if all(one.family != other.family and one.initials != other.initials for other in found):
            found.append(one)
        if len(found) == count:
            break
    return found
