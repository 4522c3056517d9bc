"""Files in, facts out. Knows spaCy, knows no RDF."""
