"""Plain words to a named question, without a language model: cues, the names there are, and dates."""
