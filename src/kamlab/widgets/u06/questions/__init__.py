"""The questions of unit 6, one module a group of concepts."""
