"""Words of a question that need not be understood: those that name nothing, fillers, titles."""

from __future__ import annotations

from typing import Final

IGNORED: Final = frozenset(
    """
    'd 'll 'm 're 's 've a about across actually after against all already also altogether am an and
    another answer any anybody anyone anything are around as at available back be been before being
    between board boards bodies body both by came can chance cheers come comes committee d detail
    details did do does doing done down during each else etc ever every everybody everyone everything
    exactly far find for forum from general get give go goes going gone got group had has have having he
    her hers hi him his hiya how i if in individual individuals info information into is it its just
    kindly know let lets like list ll long look looking made main make makes many me might moment more
    much must name names number of off ok okay on one ones only onto or other our out over overall panel
    part partnership partnerships people per period person place places please pls plz possible
    presently put question re really s said same say says see seems send sends sent shall she show side
    sides since so some somebody someone something t table take taken takes team tell than thank thanks
    that the their theirs them then there there's these they this those three till time times to
    together too took total trying two upon us ve very via want wanted was we went were what whats when
    where wheres whether which who who's whole whom whos whose wish with within would yes you your
    """.split()
)
"""Words that name nothing and speak for nothing; none that denies, asks why or tells the time."""

FILLERS: Final = frozenset(
    "actually also current currently exactly ever just now presently really still today usually".split()
)
"""Words that may stand inside a cue without changing it."""

TITLES: Final = frozenset(
    "cllr councillor mr mrs ms miss mx dr prof professor sir dame rev revd reverend lord lady".split()
)
