"""How people's names are written in rosters of other countries, callings and decades."""

from __future__ import annotations

import pytest
from reading import roster

_READ = {
    "surname and initials, a comma between": (
        "Present: Abbott, K.; Barker, J. P.; Collins, R. (chair); Davies, M. A.",
        "K Abbott|J. P Barker|R Collins|M. A Davies",
    ),
    "surname and initials, nothing between": (
        "Present: Abbott K (Chair), Barker JP, Collins RT, Davies M & Evans W\nApologies: Foster G",
        "K Abbott|JP Barker|RT Collins|M Davies|W Evans|G Foster",
    ),
    "surname and initials, one a line": (
        "Present\nAbbott, K.M. (Leeds)\nBarker, J. (York)\nCollins, R. (Hull)\nDavies, M. (Ripon)",
        "K.M. Abbott|J Barker|R Collins|M Davies",
    ),
    "surname first, a title between": (
        "Present\nHughes, Mr A\nBarker, Mrs B\nMcKenzie, Dr C\nFletcher, Ms D J",
        "A Hughes|B Barker|C McKenzie|D J Fletcher",
    ),
    "surname first, set off by semicolons": (
        "Present: Hughes, Alan; Barker, Betty; McKenzie, Colin; Fletcher, Doris",
        "Alan Hughes|Betty Barker|Colin McKenzie|Doris Fletcher",
    ),
    "surname first, nothing between": (
        "Present\nHughes Alan\nBarker Betty\nMcKenzie Colin\nFletcher Doris",
        "Alan Hughes|Betty Barker|Colin McKenzie|Doris Fletcher",
    ),
    "surname first with particles, in capitals": (
        "PRESENT\nHUGHES, Alan (Chair)\nMCKENZIE, Siobhan\nDE SOUZA, Rui\nVAN DER BERG, Pieter",
        "Alan Hughes|Siobhan McKenzie|Rui De Souza|Pieter Van Der Berg",
    ),
    "initials stuck to the surname": (
        "Present: M.Hughes, J.Barker(Ch), P.O'Neill, S.MCKENZIE, T.A.Fletcher",
        "M. Hughes|J. Barker|P. O'Neill|S. McKenzie|T.A. Fletcher",
    ),
    "titles stuck to the initials": (
        "Present: Cllr.M.Hughes, Cllr.J.Barker, Mr.P.Moreton, Mrs.S.McKenzie",
        "M. Hughes|J. Barker|P. Moreton|S. McKenzie",
    ),
    "clipped given names": (
        "Present: Wm. Barker, Jas. McKenzie, Robt. Fletcher, Thos. Moreton and Geo. Whitfield, Esqrs.",
        "Wm. Barker|Jas. McKenzie|Robt. Fletcher|Thos. Moreton|Geo. Whitfield",
    ),
    "father and son": (
        "Attendance\nBob Barker Jr.\nWilliam T. Hughes III\nMary Lou Moreton\nAlan Fletcher, Sr.",
        "Bob Barker Jr|William T. Hughes III|Mary Lou Moreton|Alan Fletcher Sr",
    ),
    "titles of Nigeria": (
        "Present\n1) Mr. Alhaji Musa Bello\n2) Engr. Chukwuemeka Okonkwo\n3) Barr. Ngozi Eze\n"
        "4) Pastor Emmanuel Danjuma\n5) Hajiya Amina Garba\n6) Otunba Gbenga Oyelaran, FCA",
        "Musa Bello|Chukwuemeka Okonkwo|Ngozi Eze|Emmanuel Danjuma|Amina Garba|Gbenga Oyelaran",
    ),
    "titles of India": (
        "Members Present:\n1. Shri K. Annamalai, Chairman\n2. Smt. R. Narasimhan\n3. Dr. (Mrs.) S. Devi\n"
        "4. Er.K.Sundaram\n5. Kum. L. Nair, Member Secretary",
        "K. Annamalai|R. Narasimhan|S. Devi|K. Sundaram|L. Nair",
    ),
    "titles of Malaysia": (
        "Present\nPuan Noraini binti Ahmad\nEncik Ravi a/l Kumar\nDatin Siti Mariam\nTuan Haji Osman bin Ali",
        "Noraini binti Ahmad|Ravi a/l Kumar|Siti Mariam|Osman bin Ali",
    ),
    "an honourable house": (
        "Present: Hon. Grace Kamau, Hon. Peter Otieno, Hon. (Dr.) Amina Hassan; Hon. Secretary: Colin Barker",
        "Grace Kamau|Peter Otieno|Amina Hassan|Colin Barker",
    ),
    "a lodge": (
        "Present: W. Bro. A. Hughes, V.W. Bro. B. Barker, Bro. C. McKenzie, R.W. Bro. Doris Fletcher",
        "A. Hughes|B. Barker|C. McKenzie|Doris Fletcher",
    ),
    "a chapel": (
        "Present: Pastor Alan Hughes, Deacon Betty Barker, Elder Colin McKenzie, Brother Eric Moreton",
        "Alan Hughes|Betty Barker|Colin McKenzie|Eric Moreton",
    ),
    "a town of America": (
        "Present: Councilman Hughes, Councilwoman Barker, Councilmember McKenzie, Mayor Pro Tem Fletcher",
        "Hughes|Barker|McKenzie|Fletcher",
    ),
    "several under one office": (
        "Present: Directors Hughes, Barker & McKenzie; Council Members Fletcher, Moreton and Whitfield",
        "Hughes|Barker|McKenzie|Fletcher|Moreton|Whitfield",
    ),
    "a township of Canada": (
        "Present: Reeve K. Hughes, Councillors: B. Barker, D. McKenzie and T. Fletcher\n"
        "Staff: CAO R. Moreton; Clerk-Treasurer P. Whitfield",
        "K. Hughes|B. Barker|D. McKenzie|T. Fletcher|R. Moreton|P. Whitfield",
    ),
    "footnote marks": (
        "Present: Alan Hughes† (Chair), Betty Barker¹, Colin McKenzie2, Doris Fletcher³ and Eric Moreton‡",
        "Alan Hughes|Betty Barker|Colin McKenzie|Doris Fletcher|Eric Moreton",
    ),
    "footnote marks and nothing else between": (
        "Present: Alan Hughes* Betty Barker† Colin McKenzie* Doris Fletcher**",
        "Alan Hughes|Betty Barker|Colin McKenzie|Doris Fletcher",
    ),
    "small letters": (
        "present: alan hughes (chair), betty barker, colin mckenzie, doris fletcher",
        "Alan Hughes|Betty Barker|Colin Mckenzie|Doris Fletcher",
    ),
    "first names and letters": (
        "Present: Margaret, Joe, Peter Q, Sarah W, Tom D",
        "Margaret|Joe|Peter Q|Sarah W|Tom D",
    ),
    "nicknames in brackets and quotes": (
        "Present: Alan \"Taff\" Hughes, Elizabeth (Betty) Barker, Colin ('Mac') McKenzie, Doris Fletcher",
        "Alan Hughes|Elizabeth Barker|Colin McKenzie|Doris Fletcher",
    ),
    "Irish prefixes": (
        "Present: Séamus Ó hÓgáin, Máiréad Ní Ainnín, Tomás Mac an tSaoi, Cáit Uí Éigeartaigh, Mr T O' Neill",
        "Séamus Ó hÓgáin|Máiréad Ní Ainnín|Tomás Mac an tSaoi|Cáit Uí Éigeartaigh|T O'Neill",
    ),
    "a bracket that goes on below": (
        "Present: Councillors Abbott, Barker (from 6.41pm and until\n10.02pm), Delaney, Fenton (from\n"
        "6.37pm), Garrick and Hughes",
        "Abbott|Barker|Delaney|Fenton|Garrick|Hughes",
    ),
}


@pytest.mark.parametrize("way", _READ)
def test_every_name_is_read(way: str) -> None:
    lines, names = _READ[way]
    assert sorted(roster(lines)) == sorted(names.split("|"))


_NOBODY = {
    "wards by letter": "Present:\nAlan Hughes, Ward A\nBetty Barker, Ward B\nColin McKenzie, Ward C",
    "initials behind whole names": "Present:\nAlan Hughes AH\nBetty Barker BB\nColin McKenzie CM",
    "posts that begin as titles do": "Present: Alan Hughes (Hon. Secretary), Betty Barker (Hon. Member), "
    "Colin McKenzie (Hon. Auditor)",
    "letters of societies": "Present: Alan Hughes, Betty Barker PhD FRSB, Colin McKenzie",
}


@pytest.mark.parametrize("way", _NOBODY)
def test_what_stands_beside_names_is_nobody(way: str) -> None:
    assert sorted(roster(_NOBODY[way])) == ["Alan Hughes", "Betty Barker", "Colin McKenzie"]
