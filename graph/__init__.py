"""Facts in, answers out. Knows RDF, knows no spaCy."""
