"""Questions on feeling special, and on who sees to it (C55, C56)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

MUST_BE = Question(
    id="must-be",
    concepts=("C55", "C52"),
    prompt=N_(
        "Invoices without errors: satisfaction 0.15, dissatisfaction −0.85. An engineer who knows everybody "
        "by name: 0.75 and −0.10. You can offer neither yet, and there is money for one. Which?"
    ),
    answers=(
        wrong(
            N_("The engineer: three of four customers are pleased"),
            N_(
                "They would be pleased, and leave over the invoices all the same. Delight does not make up "
                "for what is taken for granted."
            ),
        ),
        wrong(
            N_("Neither: the one earns no thanks, the other is not missed"),
            N_("No thanks is not no effect: without correct invoices 85 % of them are angry."),
        ),
        wrong(
            N_("Half the money for each"),
            N_(
                "Half as many errors are still errors, and an engineer for half the names knows half of them."
            ),
        ),
        right(
            N_("The invoices: nobody will praise them, but many would leave without"),
            N_("Right: what stands near −1 comes first. Then the engineer, who sets you apart."),
        ),
    ),
)

SPECIAL = Question(
    id="special",
    concepts=("C55",),
    prompt=N_("Which of these make a customer feel special in a way that you can keep up?"),
    many=True,
    answers=(
        wrong(
            N_("A gold status for whoever orders for 100,000 EUR, reviewed every year"),
            N_(
                "Every review makes some customers lose it, and who has lost a status is less loyal than who "
                "never had it."
            ),
        ),
        right(
            N_("The hotline knows her by name and has her last fault on the screen"),
            N_(
                "Right: it costs a little care, it shows that she is known, and it helps her at the same "
                "time."
            ),
        ),
        right(
            N_("She hears of a change before the others, from somebody who knows what it means for her line"),
            N_("Right: it is for her, it is useful, and you can do it again the next time."),
        ),
        wrong(
            N_("The same extra discount as last year"),
            N_("It is expected by now. Money off pleases once and is then the price."),
        ),
    ),
)

CHAIN = Sum(
    id="chain",
    concepts=("C56",),
    prompt=N_(
        "A visitor meets eight people. Seven of them do their part in 98 % of all cases, the guard at the "
        "gate in 75 %. A briefing raises the guard to 95 %. By how many percentage points does the chance of "
        "a flawless visit rise?"
    ),
    unit=N_("{n} percentage points"),
    value=100 * 0.98**7 * (0.95 - 0.75),
    tolerance=0.3,
    why=N_(
        "0.98⁷ = 0.868; with the guard 0.651 before and 0.825 after. One link has moved the whole chain by "
        "nearly all of its own rise."
    ),
    slips=(
        (20.0, N_("That is the guard's own rise. The seven others must do their part as well: multiply.")),
        (82.5, N_("That is the chance after the briefing. The question asks by how much it has risen.")),
        (2.5, N_("You have taken the mean of the eight. A chain is a product, not a mean.")),
    ),
)

EVERYONE = Question(
    id="everyone",
    concepts=("C56",),
    prompt=N_(
        "True or false, and why: 'With an excellent account manager, the others need not know the customer.'"
    ),
    answers=(
        wrong(
            N_("True: one face to the customer avoids confusion"),
            N_(
                "One person should indeed coordinate. But the customer still rings the hotline, walks past "
                "the gate and reads the invoice."
            ),
        ),
        wrong(
            N_("True: loyalty to a person sells more than loyalty to a firm"),
            N_(
                "It does sell, and that is the danger: if the person leaves for a rival, the customer may "
                "follow."
            ),
        ),
        right(
            N_("False: others can undo her work, and one day she may leave"),
            N_(
                "Right: each whom the customer meets is a link in the chain, and the more people know her, "
                "the less hangs on one."
            ),
        ),
        wrong(
            N_("False: each department should sell to the customer itself"),
            N_("Ten people who know her are a welcome. Ten who sell to her are a crowd."),
        ),
    ),
)
