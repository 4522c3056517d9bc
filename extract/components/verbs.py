"""Verbs that begin an action ("Circulate the paper"), and words by which an action is given to somebody."""

from __future__ import annotations

from typing import Final

IMPERATIVES: Final = frozenset(
    """accept achieve act add address adjust advertise advise agree align amend analyse announce apply
    appoint approach approve arrange ascertain ask assess assign assist attend audit authorise begin
    book brief bring build buy calculate call cancel carry chair change chase check circulate clarify
    clean close collate collect commence comment commission communicate compare compile complete
    confirm connect consider consolidate construct consult contact continue convene coordinate
    co-ordinate copy correct cover create deal debrief decide define deliver design determine develop
    devise direct disseminate discuss display distribute draft draw email e-mail embed encourage
    engage ensure erect escalate establish evaluate examine expand explain explore extend facilitate
    feed file fill finalise find finish fix follow formulate forward fund gather generate get give go
    hold identify implement improve include incorporate inform initiate inspect install instruct
    introduce investigate invite issue join keep launch lead liaise link list load look maintain make
    manage map meet mention migrate monitor move negotiate nominate note notify obtain offer open
    order organise paint participate pass pay place plan post prepare present press print prioritise
    process procure produce progress promote propose provide publicise publish purchase pursue put
    raise re-circulate re-send rearrange recirculate recommend reconsider record recruit redraft
    reduce refer refine reflect register reissue relay remind remove renew rename reopen repair
    replace reply report represent request research resend reserve resolve respond restructure
    resubmit retain return review revise revisit revive run schedule scope scrutinise seek select send
    set share show sign simplify source speak specify start stop store strengthen submit suggest
    summarise supply support survey table take talk tell test thank tidy track train transfer
    translate undertake update upload use validate verify visit work write""".split()
)

ORDERS: Final = IMPERATIVES | frozenset(
    """archive backport bisect bump cascade cater chivvy convey cook coppice creosote cross-check
    decorate delete deprecate dredge dust empty erase fell fence frame fundraise hand hoover induct
    interview invoice iron jet knit laminate lay liase lop marshal mentor nudge oil pack patch photograph
    ping poke proof proofread push re-order rebase reconcile refactor refill reorder reproduce rerun
    rotate sand sew shortlist spray spread steward stitch swap tackle tag tweak unblock unpack
    vacuum varnish vote wash watch
    accompany acknowledge adapt adopt alert allocate analyze apologise apologize assemble attach
    authorize bake borrow call canvass catch chase choose clear co-opt collaborate conduct
    configure correspond cut debug declare demonstrate deploy deposit dig digitise digitize
    dispose document donate double-check download drop edit elicit enlist enquire enrol enter
    fax fetch fill-in finalize fit flag follow-up formalise formalize hand-deliver handle hang
    highlight hire host inquire insert instigate insure lend lobby locate lodge mail measure
    mend merge mount mow normalise normalize organize oversee phone pick plant poll prioritize
    proof-read proofread prune publicize pull purge query quote re-advertise re-draft reach
    reapply recalculate recharge recognise recognize recover redesign refurbish regularise
    regularize reimburse reinforce reinstate reiterate reject relocate renegotiate repaint
    repeat rephrase replant reprint reschedule resign resolve restock restore resurface retrieve
    revert reword rework rewrite ring scrutinize sell set-up setup solicit sort standardise
    standardize summarize strim sweep switch synchronise synchronize telephone tender tie trace
    transcribe triage trim unlock upgrade vet weed wire withdraw witness word-process""".split()
)
"""These, and verbs that seldom begin anything but an order; names of bodies may begin with them."""
