"""The questions of unit 4, one module a group of concepts."""
