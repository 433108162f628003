"""The questions of unit 5, one module a group of concepts."""
