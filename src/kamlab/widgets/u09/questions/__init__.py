"""The questions of unit 9, one module a group of concepts."""
