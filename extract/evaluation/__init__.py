"""Test documents with their truth: minutes in layouts and with names that no part of the extraction
was made on.
"""
