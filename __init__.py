"""Who sits on which board, for whom, since when, and where it says so."""

__version__ = "0.1.0"
