"""The questions of unit 10, one module a group of concepts."""
