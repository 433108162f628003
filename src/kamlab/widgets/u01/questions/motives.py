"""Questions on why firms do it, and who decides (C01, C02)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

WHY_FIRMS = Question(
    id="why",
    concepts=("C01",),
    prompt=N_("Why does a firm take up key account management in the first place?"),
    answers=(
        wrong(
            N_("To give its best salespeople a better title"),
            N_("A title without authority over service, price and process changes nothing for the customer."),
        ),
        right(
            N_("To grow, and to be still there in ten years"),
            N_(
                "Right: growth and survival are the motive. A few customers carry most of the firm, so its "
                "future hangs on how well these relationships do."
            ),
        ),
        wrong(
            N_("To raise prices where customers depend on it"),
            N_(
                "That works until the customer finds another source; it shortens the relationship it lives "
                "on."
            ),
        ),
        wrong(
            N_("To treat all customers alike"),
            N_("It is the opposite: it treats a chosen few differently, and must be able to say why."),
        ),
    ),
)

WHO_DECIDES = Question(
    id="driver",
    concepts=("C02",),
    prompt=N_(
        "True or false, and why: 'The suppliers with the most key account managers decide how key account "
        "management will develop.'"
    ),
    answers=(
        wrong(
            N_("True: who invests most sets the rules"),
            N_("Investment buys capacity. Whether it is wanted, the customer shows with the next order."),
        ),
        wrong(
            N_("True: customers adapt to what they are offered"),
            N_("Some do for a while. Those with a choice move to whoever meets their needs."),
        ),
        right(
            N_("False: many futures are possible, and customers decide which one comes"),
            N_(
                "Right: the customer drives. A supplier can only prepare for several futures and watch "
                "closely."
            ),
        ),
        wrong(
            N_("False: the future is fixed by technology"),
            N_(
                "Technology widens what is possible. Which part of it is paid for is the customer's decision."
            ),
        ),
    ),
)
