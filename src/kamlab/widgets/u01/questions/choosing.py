"""Questions on capabilities, factors and whom it suits (C02, C58, C59, C60)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

CAPABILITY = Question(
    id="capability",
    concepts=("C58",),
    prompt=N_("Which of these is most likely a distinctive capability of a supplier of motor drives?"),
    answers=(
        wrong(
            N_("Customer software that anyone can license"),
            N_("Useful, but a rival has it next month. What all can buy sets no one apart."),
        ),
        wrong(
            N_("Delivery within the time agreed"),
            N_("Without it you are out, with it you are merely in: rivals deliver on time as well."),
        ),
        right(
            N_("Teams that halve the start-up time of a customer's new line, as no rival has managed"),
            N_(
                "Right: customers value it, rivals lack it, and it rests on years of practice that are hard "
                "to copy."
            ),
        ),
        wrong(
            N_("The largest advertising budget of the industry"),
            N_("Money can be matched. A capability is something that a firm does better than others can."),
        ),
    ),
)

FACTOR = Question(
    id="factor",
    concepts=("C59", "C58"),
    prompt=N_(
        "What would it mean for key account management to be a critical success factor of industrial "
        "marketing?"
    ),
    answers=(
        wrong(
            N_("One firm alone has mastered it"),
            N_(
                "That would be a distinctive capability, which belongs to a firm. Both may hold of the same "
                "thing."
            ),
        ),
        right(
            N_("Whoever does it badly will hardly succeed in that market"),
            N_(
                "Right: a critical success factor belongs to the market. Everyone who competes there needs "
                "it."
            ),
        ),
        wrong(
            N_("It guarantees success to all who adopt it"),
            N_("It is needed, it is not enough: the product, the cost and the customer must fit as well."),
        ),
        wrong(
            N_("It is the one factor that counts"),
            N_(
                "A market has several such factors. For a customer who buys on price alone, cost comes first."
            ),
        ),
    ),
)

SUITS = Question(
    id="suits",
    concepts=("C60", "C02"),
    prompt=N_("For which of these accounts should a supplier rather not run key account management?"),
    many=True,
    answers=(
        right(
            N_("A large buyer that puts every order out to auction and refuses joint work"),
            N_("Right: size does not make a key account. The customer must want the relationship, too."),
        ),
        right(
            N_("A small buyer whose margin would not pay for the account manager"),
            N_("Right: it is better served well and simply, at a cost that its orders carry."),
        ),
        wrong(
            N_("A fast-growing buyer with whom the supplier is not yet strong"),
            N_("That is a key account in the making: worth an investment in becoming stronger there."),
        ),
        wrong(
            N_("A large buyer that wants to share plans and cut costs together"),
            N_("Here it suits both sides: this is what it was made for."),
        ),
    ),
)
