"""The models of the course, one module a model: pure functions on the standard library alone.

In the order in which the course first needs them, with the concepts of the source text that each serves
(``concepts.csv``):

- ``clv``: what a customer that is kept is worth (C01, C02, C49, C60).
- ``bullwhip``: why orders swing more than sales, and more up the chain (C02, C13, C36, C63).
- ``cost_to_serve``: what serving a customer costs, and who really earns the profit (C44, C50, C60).
- ``procurement``: what more bidders bring, and what a lower price costs (C05, C10, C17, C44, C46).
- ``portfolio``: how to weigh what matters, and where an account stands (C20, C57, C58, C59, C60).
- ``evc``: what an offer is worth beside the best alternative (C45, C51, C52, C54).
- ``service``: what delights, what is taken for granted, and how a promise is kept (C51, C52, C55, C56, C57).
- ``repeated_game``: when a promise holds that nobody enforces (C04, C09, C47, C53).
- ``supplier_development``: to inspect a small supplier or to trust it (C19, C30, C31, C40, C53).
- ``gainshare``: how a contract shares a gain and a risk (C03, C05, C07).
- ``holdup``: what a partner can take once one has invested for her, and whether to merge (C03, C09, C21).
- ``coalition``: who needs whom, and what each can ask for (C06, C08, C11, C12, C22, C28, C61).
- ``joint_lot``: how much to make and to ship, alone, together and on consignment (C08, C12, C31, C48, C50).
- ``pooling``: what small buyers save by ordering together (C22, C23).
- ``continuity``: how many sources and how much stock keep supply going (C24, C25, C26, C29, C30).
- ``crossholding``: what changes when firms own parts of each other (C13, C14, C18).
- ``balance``: trust, power and risk of a partnership on one scale (C15).
- ``benchmark``: whether a partner is as good as the best, and how many others to ask (C16, C17, C18).
- ``spatial``: variety against economy, near against far, public against private (C27, C32, C33, C34, C35).
- ``supersession``: how one way of doing business replaces another (C37, C40, C41, C62).
- ``careers``: what a certificate can tell an employer (C38, C39, C43).
- ``convergence``: who stands between two firms, and how the boundary blurs (C42, C63, C64).

Every result is a number, a list of numbers or a frozen dataclass. Every value outside a model's domain raises
``kamlab.errors.ModelError``, which names the parameter, the value and what the model allows. Sums of money
are in the currency of what is passed in; a share or a rate is a fraction (0.1 is 10 %). The page
``book/models.md`` is made from these docstrings (``kamlab models``).
"""
