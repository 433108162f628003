"""The exercises of unit 10."""
EXERCISES: tuple[()] = ()
__all__ = ["EXERCISES"]
