"""Pages, linked data and the SPARQL endpoint."""
