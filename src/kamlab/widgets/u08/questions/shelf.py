"""Questions on consignment stock and on who is served first (C48)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

OWNER = Question(
    id="owner",
    concepts=("C48", "C50"),
    prompt=N_(
        "True or false, and why: 'A consignment stock saves what the goods on the shelf have cost, because "
        "nobody pays for them until they are used.'"
    ),
    answers=(
        wrong(
            N_("True: the customer's money is free for other things"),
            N_("It is. But somebody has made the goods and paid for them: the supplier's money is bound."),
        ),
        right(
            N_("False: most of that cost moves to the supplier, and only a small part of it is cut"),
            N_(
                "Right: what is tied up is now the supplier's cost instead of the price, so the sum falls a "
                "little. The rest has moved, and the supplier should get something for it."
            ),
        ),
        wrong(
            N_("False: changing the owner can never save anything, since the shelf is as full as before"),
            N_("Nearly. The owner's money is what a piece cost him, and that is less than the price."),
        ),
        wrong(
            N_("True, and the supplier gains as well, because each delivery is a sale"),
            N_("It is the other way round: on consignment it is a sale only when the goods are used."),
        ),
    ),
)

HOARD = Question(
    id="hoard",
    concepts=("C48",),
    prompt=N_(
        "You signed a consignment agreement without any limits. After half a year there are twice as many of "
        "your goods in the customer's hall. What is the most likely reason?"
    ),
    answers=(
        wrong(
            N_("The customer cheats and uses goods without reporting them"),
            N_("Then less would lie there, not more. Count, but look for a simpler reason first."),
        ),
        right(
            N_("Safety has become free for the customer, so it asks for more of it"),
            N_(
                "Right: whoever does not pay for stock worries only about running out. Agree a most, and "
                "when an unused piece is bought."
            ),
        ),
        wrong(
            N_("Consignment always needs more stock than buying"),
            N_("It need not: you can send less at a time. Without a limit nobody makes it so."),
        ),
        wrong(
            N_("Your lots have become too small"),
            N_("Small lots mean less on the shelf. What lies there is what somebody wanted there."),
        ),
    ),
)

ALLOT = Question(
    id="allot",
    concepts=("C48", "C29"),
    prompt=N_("You can make 60 % of what is needed. Which count should decide who gets how much?"),
    answers=(
        wrong(
            N_("This week's orders, in proportion: that is fair, everybody gets 60 %"),
            N_("It is fair for a day. Then everybody orders more, and the honest get least."),
        ),
        wrong(
            N_("The order in which the orders arrive"),
            N_("It rewards the quick and the frightened, and fills your books with orders for next year."),
        ),
        wrong(
            N_("Whoever shouts loudest, since that shows the need"),
            N_("It shows the lungs. Next time everybody will have learnt to shout."),
        ),
        right(
            N_("What each has used, as the counts of its consignment stock show"),
            N_("Right: use cannot be inflated by writing an order. So tell the rule before it is needed."),
        ),
    ),
)

PROMISE = Question(
    id="promise",
    concepts=("C48",),
    prompt=N_("You promise a partner the first place in a shortage. What is true?"),
    many=True,
    answers=(
        wrong(
            N_("It costs nothing, because in a shortage everything is sold anyway"),
            N_("Sold to whom? The others may pay more, and may leave afterwards."),
        ),
        right(
            N_("If the partner pays less than others, each piece moved to it costs margin"),
            N_("Right: what counts is the difference in margin, not the price."),
        ),
        right(
            N_("A stock laid by in good times makes the promise good without taking a place from others"),
            N_("Right: that cuts the shortage; a first place alone moves it."),
        ),
        wrong(
            N_("It is best kept secret from the other customers"),
            N_("They find out in the very week in which they are angriest. Tell the rule beforehand."),
        ),
    ),
)
