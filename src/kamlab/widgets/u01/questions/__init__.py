"""The questions of unit 1, one module a group of concepts."""
