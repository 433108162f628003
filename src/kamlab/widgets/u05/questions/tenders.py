"""Questions on competitive purchasing (C10)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

RESHAPE = Question(
    id="reshape",
    concepts=("C10",),
    prompt=N_(
        "A key account puts its standard keypads out to tender. The same week it asks your engineer to join "
        "the team that designs its next machine. What should the key account manager do?"
    ),
    answers=(
        wrong(
            N_("Give notice that the account is no longer a key account"),
            N_("It has opened one product to bids and its design office to you. The second is worth more."),
        ),
        right(
            N_("Bid on the keypads at a price that pays, and put the engineer on the machine"),
            N_(
                "Right: the tender sets the price of what is alike; the joint work earns on what is not. "
                "Both can live in one account if each has its own price."
            ),
        ),
        wrong(
            N_("Bid below cost on the keypads to protect the relationship"),
            N_("A relationship that is paid for in losses has a price list. The buyer will read it."),
        ),
        wrong(
            N_("Offer the engineer free of charge if the tender is called off"),
            N_("Then the dear thing is given away to save the cheap one, and everybody learns the trick."),
        ),
    ),
)
