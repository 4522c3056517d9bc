"""What can go wrong, named by the user's mistake.

WhosatError
├── InputError          what was given can't be used
│   ├── UnreadableDocument
│   ├── NothingToRead
│   └── UnknownName
├── StoreError          the store can't be used as asked
│   ├── NoStore
│   └── StoreBusy
├── SettingsError       whosat.toml, decisions.csv
└── QueryError          a query can't be run
    └── QueryLimit

Each carries one sentence that says what was asked and what is wrong, and a `remedy` that says what to do.
"""

from __future__ import annotations


class WhosatError(Exception):
    """A mistake that a person can mend: `str(error)` is one sentence, `remedy` says what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class InputError(WhosatError):
    """What was given can't be used."""


class UnreadableDocument(InputError):
    """A file is there and can't be read; the other documents still are."""


class NothingToRead(InputError):
    """No document was found where one was looked for."""


class UnknownName(InputError):
    """Nobody and nothing of that name; `nearest` holds the closest names that exist."""

    def __init__(self, message: str, remedy: str = "", nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message, remedy)
        self.nearest = nearest


class StoreError(WhosatError):
    """The store can't be used as asked."""


class NoStore(StoreError):
    """There is no store where one was looked for."""


class StoreBusy(StoreError):
    """Another process is building the store."""


class SettingsError(WhosatError):
    """A settings or decisions file says something that can't be."""


class QueryError(WhosatError):
    """A query can't be run."""


class QueryLimit(QueryError):
    """A query was ended because it took too long or returned too much."""
