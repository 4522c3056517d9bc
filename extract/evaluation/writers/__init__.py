"""One writer a format: a page in, the bytes of a file out, the same bytes each time.

`manner` is a random source: formats have several ways of saying one thing, and real files use them all.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module

from whosat.extract.evaluation.page import Page

FORMATS = ("txt", "md", "html", "docx", "pdf")


def write(page: Page, suffix: str, manner: random.Random) -> bytes:
    """The page as a file of the format that `suffix` names (one of FORMATS)."""
    module = import_module(f"whosat.extract.evaluation.writers.{suffix}")
    writer: Callable[[Page, random.Random], bytes] = module.write
    return writer(page, manner)
