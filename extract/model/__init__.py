"""The trained pipeline, its configuration, and what makes its training data."""
