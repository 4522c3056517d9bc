"""Dates as minutes write them."""

from __future__ import annotations

import datetime as dt
import random


def ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 4th, …"""
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def written(rng: random.Random, day: dt.date) -> str:
    """A day in one of the ways in which people write it, day before month always."""
    month = day.strftime("%B")
    ways = (
        f"{day.day} {month} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{ordinal(day.day)} {month} {day.year}",
        f"{day.strftime('%A')} {ordinal(day.day)} {month} {day.year}",
        f"{day.strftime('%A')} {day.day} {month} {day.year}",
        f"{day.strftime('%A')}, {day.day} {month}, {day.year}",
        f"{day.strftime('%a')} {ordinal(day.day)} {day.strftime('%b')} {day.year}",
        f"{ordinal(day.day)} of {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.strftime("%d/%m/%Y"),
        day.strftime("%d.%m.%y"),
        day.isoformat(),
        f"{day.strftime('%A').upper()} {ordinal(day.day).upper()} {month.upper()} {day.year}",
    )
    return rng.choice(ways)
