"""Write test documents and their truth: `python -m whosat.extract.evaluation --output DIR --seed N
--count N`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from whosat.extract.evaluation.generate import write_samples
from whosat.extract.evaluation.layouts import all_layouts
from whosat.extract.evaluation.writers import FORMATS


def main() -> None:
    """Parse the arguments, write the files, say how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="a folder; docs/ and gold/ are made in it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=len(all_layouts()))
    parser.add_argument("--half", choices=("develop", "judge", "reserve", "both"), default="develop")
    parser.add_argument(
        "--format", choices=FORMATS, action="append", default=[], help="only this format (may be repeated)"
    )
    given = parser.parse_args()
    count = write_samples(given.output, given.seed, given.count, given.half, tuple(given.format))
    print(f"{count} documents in {given.output}, from {len(all_layouts(given.half))} layouts")


if __name__ == "__main__":
    main()
