"""The questions of unit 2, one module a group of concepts."""
