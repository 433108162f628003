"""The questions of unit 3, one module a group of concepts."""
