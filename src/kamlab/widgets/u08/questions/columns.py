"""Questions on the costs of both sides (C50)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

CUT = Question(
    id="cut",
    concepts=("C50",),
    prompt=N_(
        "Buyer and supplier pay the same interest. Which of these lower what the two pay together, instead "
        "of moving it from one side to the other?"
    ),
    many=True,
    answers=(
        wrong(
            N_("The buyer pays after 90 days instead of 30"),
            N_("Sixty days of interest change sides. At equal rates the sum stays where it was."),
        ),
        right(
            N_("The buyer orders in lots for which the supplier need not set up twice"),
            N_("Right: a set-up that does not take place is paid by nobody."),
        ),
        wrong(
            N_("The price falls by two per cent"),
            N_("What one gains the other loses. It may be wise, but it saves nothing."),
        ),
        right(
            N_("Both stop counting the same delivery"),
            N_("Right: one count is enough if the other side trusts it. Work has gone, not moved."),
        ),
        wrong(
            N_("The buyer's safety stock is kept at the supplier's, at the same cost a piece"),
            N_("The same pieces lie under another roof. The columns change, the sum does not."),
        ),
    ),
)

SHARED = Sum(
    id="shared",
    concepts=("C50",),
    prompt=N_(
        "With the lot that the buyer prefers, the buyer pays 1,000 EUR a year and the supplier 2,125 EUR. "
        "With the lot that is best for both, each pays 1,250 EUR. How much must the supplier pay the "
        "buyer a year so that both gain equally?"
    ),
    unit=N_("{n} EUR a year"),
    value=562.5,
    tolerance=1.0,
    why=N_(
        "The sum falls by 3,125 − 2,500 = 625 EUR, half of it 312.50 EUR. The buyer first needs the 250 EUR "
        "that the lot costs it more: 250 + 312.50 EUR."
    ),
    slips=(
        (250.0, N_("That makes the buyer whole; all of the gain then stays with the supplier.")),
        (312.5, N_("That is half of the gain. The buyer pays 250 EUR more and needs these as well.")),
        (625.0, N_("That is all that is gained. The supplier would keep only 250 EUR of it.")),
        (875.0, N_("That is all that the supplier saves. Why should it then change anything?")),
        (437.5, N_("Half of the supplier's saving. The buyer's additional cost has to come off first.")),
    ),
)

DESK = Question(
    id="desk",
    concepts=("C50", "C31"),
    prompt=N_(
        "True or false, and why: 'A joint price list that ends four quotations in five has saved the "
        "supplier four fifths of what quotations cost.'"
    ),
    answers=(
        wrong(
            N_("True: each minute has its cost, and four fifths of the minutes are no longer needed"),
            N_("The rate tells what minutes are worth in use. The people at the desk are paid as before."),
        ),
        wrong(
            N_("False: salaries are a fixed cost, so nothing can be saved there"),
            N_("Fixed until somebody decides. People can do work for which others would have to be hired."),
        ),
        right(
            N_("False until the free minutes do other useful work or are no longer paid for"),
            N_("Right: joint work frees capacity; a decision turns it into money. Plan it beforehand."),
        ),
        wrong(
            N_("True once the customer gets a lower price for it"),
            N_("That gives away a saving. It does not make one."),
        ),
    ),
)
