"""The models of the course, one module a model: pure functions on the standard library alone.

In the order of the course, with the concepts of the source text that each serves (``concepts.csv``):

- ``clv``: what a customer that is kept is worth (C01, C02, C49, C60).
- ``cost_to_serve``: what serving a customer costs, and who really earns the profit (C44, C50, C60).
- ``portfolio``: how to weigh what matters, and where an account stands (C20, C57, C58, C59, C60).
- ``balance``: trust, power and risk of a partnership on one scale (C15).
- ``supersession``: how one way of doing business replaces another (C37, C40, C41, C62).
- ``careers``: what a certificate can tell an employer (C38, C39, C43).
- ``convergence``: who stands between two firms, and how the boundary blurs (C42, C63, C64).

Every result is a number, a list of numbers or a frozen dataclass. Every value outside a model's domain raises
``kamlab.errors.ModelError``, which names the parameter, the value and what the model allows. Sums of money
are in the currency of what is passed in; a share or a rate is a fraction (0.1 is 10 %). The page
``book/models.md`` is made from these docstrings (``kamlab models``).
"""
