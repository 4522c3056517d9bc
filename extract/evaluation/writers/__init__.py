"""One writer a format: a page in, the bytes of a file out, the same bytes each time.

`manner` is a random source: formats have several ways of saying one thing, and real files use them all.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module

from whosat.extract.evaluation.page import Page
from whosat.ontology.errors import InputError

FORMATS = ("txt", "md", "html", "docx", "pdf")


def write(page: Page, suffix: str, manner: random.Random) -> bytes:
    """The page as a file of the format that `suffix` names (one of FORMATS).

    Raises InputError where what writes the format is not installed.
    """
    try:
        module = import_module(f"whosat.extract.evaluation.writers.{suffix}")
    except ModuleNotFoundError as error:
        raise InputError(
            f"Test documents in {suffix} need {error.name}, which is not installed.",
            "Install the development requirements: pip install 'whosat[dev]'.",
        ) from None
    writer: Callable[[Page, random.Random], bytes] = module.write
    return writer(page, manner)
