"""The models of the course, one module a model: pure functions on the standard library alone.

- ``clv``: what a customer that is kept is worth (C49 retaining customers).
- ``cost_to_serve``: what serving a customer costs, and who really earns the profit (C44).
- ``portfolio``: how to weigh what matters, and where an account stands (C58-C60).

Every result is a number, a list of numbers or a frozen dataclass. Every value outside a model's domain raises
``kamlab.errors.ModelError``, which names the parameter, the value and what the model allows. Sums of money
are in the currency of what is passed in; a share or a rate is a fraction (0.1 is 10 %).
"""
