"""Questions on variety and economy (C32)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

WHOSE = Question(
    id="whose",
    concepts=("C32",),
    prompt=N_(
        "A town with ten bakers learns that five would serve it at the lowest cost, walks included, and "
        "closes five. It does nothing else. Who gains?"
    ),
    answers=(
        wrong(
            N_("The customers, because the saving is passed on in the price"),
            N_("Who would pass it on? Each baker's next rival is now twice as far away, and prices rise."),
        ),
        wrong(
            N_("Nobody, because the customers' longer walks eat up the saving"),
            N_("The walks are in the sum already. There is a saving; ask who gets it."),
        ),
        right(
            N_("The five bakers who stay, and by more than the town saves"),
            N_(
                "Right: they get the saving and a higher price as well. Only an agreed price, or a rival "
                "from outside, brings part of it to the customers."
            ),
        ),
        wrong(
            N_("Customers and the five bakers, about equally"),
            N_(
                "That is what fairness suggests. The sum says that customers pay more, in money and in steps."
            ),
        ),
    ),
)

ENTRY = Sum(
    id="entry",
    concepts=("C32",),
    prompt=N_(
        "The way once around a lake is worth 180 EUR to a customer. A shop's yearly cost, divided by all "
        "repairs in town, is 5 EUR. How many shops can live if anybody may open one?"
    ),
    unit=N_("{n} shops"),
    value=6.0,
    tolerance=0.01,
    why=N_("√(180 / 5) = √36 = 6. Three would serve the town at the lowest cost."),
    slips=(
        (3.0, N_("That is the number with the lowest cost for all. Free entry brings twice as many.")),
        (36.0, N_("That is 180 / 5. The square root is missing: a newcomer also lowers the price for all.")),
    ),
)

STEALING = Question(
    id="stealing",
    concepts=("C32",),
    prompt=N_(
        "True or false, and why: 'Every repair shop in this town covers its costs. So there are not too many "
        "of them.'"
    ),
    answers=(
        wrong(
            N_("True: a shop that nobody needed would have no customers"),
            N_("It would have its neighbours'. That customers come does not show that they needed it."),
        ),
        right(
            N_("False: a new shop may live on customers whom another served nearly as well"),
            N_("Right: its gain is partly a neighbour's loss, and the town pays for both shops."),
        ),
        wrong(
            N_("True: rivalry drives prices down, and that is what matters"),
            N_("Prices matter to customers. Whether the town has too many shops is a question of cost."),
        ),
        wrong(
            N_("False: with free entry every shop makes a loss"),
            N_("They come until the last one just covers its cost. Losses send them away again."),
        ),
    ),
)
