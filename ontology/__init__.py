"""What the words mean: the vocabulary, the records that pass between the stops, identifiers, errors."""
