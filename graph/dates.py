"""Dates as people read them."""

from __future__ import annotations

import datetime as dt


def day(text: str | None) -> dt.date | None:
    """The day of an xsd:date or xsd:dateTime; None for anything else."""
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def spoken(date: dt.date | None) -> str:
    """A date in words ("4 Jun 2010"); "" for none. English whatever the computer's language."""
    if date is None:
        return ""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
