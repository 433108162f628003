"""Questions on shares in each other, and on what the law says of it (C14, C18)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PAPER = Sum(
    id="paper",
    concepts=("C14",),
    prompt=N_(
        "Two firms each own a business worth 10 million EUR and 25 % of the other firm. How much can the "
        "outside shareholders of both together claim?"
    ),
    unit=N_("{n} million EUR"),
    value=20.0,
    tolerance=0.05,
    why=N_(
        "What the two businesses are worth: 20 million EUR. Each firm's books say 10 / (1 − 0.25) = 13.3 "
        "million, of which its outside shareholders own three quarters, 10 million."
    ),
    slips=(
        (26.67, N_("That is the sum of the books. Each business is counted there more than once.")),
        (25.0, N_("A quarter of the partner is no new business; it is the partner's, counted again.")),
        (15.0, N_("The quarters that the firms hold are owned by outside shareholders in the end, too.")),
        (10.0, N_("That is one firm's outside shareholders. The question asks for both.")),
    ),
)

BACKWARD = Question(
    id="backward",
    concepts=("C14",),
    prompt=N_(
        "A supplier and its customer each add a margin, and the product is too dear. The customer proposes: "
        "'We buy 20 % of your shares, without a seat on the board; then your margin hurts us less.' What "
        "does that do to the price of the product?"
    ),
    answers=(
        wrong(
            N_("It falls, because the customer gets a part of the margin back"),
            N_(
                "That is the plan. But the supplier sees that its price hurts less, and raises it by as much."
            ),
        ),
        wrong(
            N_("It falls by 20 % of the supplier's margin"),
            N_("That would be so if the supplier left its price alone. It has a reason not to."),
        ),
        wrong(
            N_("It rises, because the customer now wants a dividend"),
            N_("The customer sells as before: what comes back and what it pays more cancel out."),
        ),
        right(
            N_("Nothing; the other way round it would fall"),
            N_(
                "Right: only a supplier that owns a part of its customer gains by the customer's sales and "
                "lowers its own margin for them."
            ),
        ),
    ),
)

LAW = Question(
    id="law",
    concepts=("C18", "C14"),
    prompt=N_(
        "True or false, and why: 'As long as a consultant collects the figures, competitors may compare "
        "whatever they like.'"
    ),
    answers=(
        wrong(
            N_("True: a third party stands between them"),
            N_("A Swiss consultancy stood between the members of two cartels. It was fined as well."),
        ),
        right(
            N_("False: nor may a consultant carry what they may not tell each other"),
            N_(
                "Right: what counts is what each learns of the others. Old figures, added up over several "
                "firms, say how good one is; next year's prices of a rival say what to ask."
            ),
        ),
        wrong(
            N_("False: comparing oneself with competitors is forbidden"),
            N_("It is not. Comparing oneself with the best practice may well help customers."),
        ),
        wrong(
            N_("True, if all of them sign that they will keep it secret"),
            N_("Secrecy towards outsiders is what every cartel agrees on."),
        ),
    ),
)
