"""Words of places, where a place ends, and what is none."""

from __future__ import annotations

import re
from typing import Final

WORDS: Final = re.compile(
    r"\b(?:rooms?|hall|house|street|road|avenue|lane|offices?|centre|center|building|"
    r"school|schoolroom|schoolhouse|club ?house|club ?rooms?|vestry|library|church|campus|floor|"
    r"teams|zoom|online|virtual(?:ly)?|chambers?|suite|"
    r"hotel|club|college|university|hospital|theatre|pavilion|square|park|court|"
    r"place|way|boardroom|town hall|hub|museum|station|video ?conference|teleconference|"
    r"skype|webex|google meet|inn|lodge|institute|council offices|headquarters|hq|gardens|"
    r"close|drive|terrace|quay|wharf|mill|community centre|county hall|civic|guildhall|saloon|barn|cabin|"
    r"auditorium|kitchen|parlour|parlor|annexe?|lounge|gallery|marquee|academy|surgery|clinic|castle|caf[eé]|tavern|"
    r"abbey|cathedral|chapel|jitsi|bluejeans|"
    r"unit \d+\w?|riverside)\b|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b",
    re.IGNORECASE,
)
STOP: Final = re.compile(
    r"\s*(?:,?\s+(?:on|commencing|starting|beginning|from|at)\s+(?=(?:mon|tue|wed|thu|fri|"
    r"sat|sun|the \d|\d|\w+day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|"
    r"dec)[a-z]*\.?\s\d))|[;|]|\t|(?<!\bSt)(?<!\b[A-Z])(?<!\b(?:Rd|Dr|Mt|Rm))(?<!\bAve)(?<!\b(?:Univ|Bldg|"
    r"Dept|Conf))\.\s|\.\s(?=(?-i:The|Those|All|Present|A|It|We|Chair\w*|Members|There)\b)|\.$|"
    r"\s[–—-]\s(?=\d)|,?\s+(?:at "
    r")?\d{1,2}(?:[.:]\d\d|\s?[ap]\.?m\b|\s?noon)|,?\s+at \d|\bcommenc\w+|\bto which|\bwith the option|"
    r"\s(?:after|before|following|immediately|directly|prior to)\b|\b(?:Miontuairisc\w*|Cofnodion)\b|"
    r",?\s+(?:on|in) the (?:morning|afternoon|evening)\b|,\s+\d{1,2}\s+(?:to|until|[-–])\s|"
    r"\bhosted by\b|\b(?:and|was|were|to|by|who|which|where|with)\s+(?=(?:was|were|called|opened|"
    r"chaired|discuss|the chair|"
    r"the following|presided|attended|members)\b)|"
    r"\b(?-i:Present|PRESENT|Attend\w+|ATTEND\w+|In [Aa]ttendance|IN ATTENDANCE|MINUTES|Minutes|AGENDA|"
    r"Apologies|"
    r"APOLOGIES|DRAFT|Those|Participants|Sederunt|SEDERUNT|MEMBERS|Members(?= [Pp]resent)|CHAIR\w*|"
    r"Chair(?:man|person)?(?= [A-Z]))\b|"
    r"\s+(?:in|during|under)\s+(?=(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|"
    r"december|article|standing|rule|section)\b)|"
    r"\b(?:time|date|chair\w*|clerk|facilitator|title|minute taker|note taker|tel|duration|purpose)"
    r"\s?(?:of\b|:))",
    re.IGNORECASE,
)
NO_PLACE: Final = re.compile(
    r"(?:an?|its|their)\b|(?:the )?(?:secretary|chair\w*|clerk)\b|[ap]\.?m\b|(?:call|called) to order\b|"
    r"(?:(?:open|closed|regular|special|executive|emergency|called|joint|adjourned|public) )+session|"
    r"roll ?call|(?:public )?hearing\b|contents\b|(?:gmt|utc|bst|[ecmp][sd]?t|cest)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:pacific|eastern|central|mountain)(?: time)?$|"
    r"(?:previous|last|next|minutes|meeting(?! rooms?\b)|"
    r"agenda|welcome|purpose|page|item|appendix|https?|"
    r"public(?! (?:health|library|hall|house|rooms?|gallery)\b)|private|person|session|accordance|"
    r"(?:date|time|venue|chair)$|held)\b|"
    r"(?:\d+(?:st|nd|rd|th) )?(?:tele)?conference of\b|(?:HM|[A-Z]{2,3}), who\b|\d{1,2}$|at$|in$|"
    r"(?:place|venue|location|where)\W*$|"
    r"(?:video )?conference link",
    re.IGNORECASE,
)
