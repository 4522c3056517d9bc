"""One reader a format; each yields the same Document."""
