"""`python -m whosat` is the command `whosat`."""

from whosat.cli import main

main()
