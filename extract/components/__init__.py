"""One spaCy component a file, each declaring what it requires and assigns."""
