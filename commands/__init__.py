"""The verbs of the command line, one module a group: the only layer that knows both extract and graph."""
