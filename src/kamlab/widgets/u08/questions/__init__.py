"""The questions of unit 8, one module a group of concepts."""
