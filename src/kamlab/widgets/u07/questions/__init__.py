"""The questions of unit 7, one module a concept."""
