"""Questions on loyal understanding itself (C19)."""

from math import expm1

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

HALFWAY = Question(
    id="halfway",
    concepts=("C19",),
    prompt=N_(
        "A buyer tries out trust. She stops inspecting, and leaves lots and price as they are. Half a year "
        "later the quality has fallen. What follows?"
    ),
    answers=(
        wrong(
            N_("This supplier does not deserve trust; she should inspect again and look for another"),
            N_("The next one will count in the same way. With large lots and no premium, less care pays."),
        ),
        wrong(
            N_("Trust needs time; she should go on for another half year"),
            N_("Time adds nothing to a sum that does not come out. What has the supplier to lose?"),
        ),
        right(
            N_("She changed one part of a system whose parts must change together"),
            N_(
                "Right: small lots, quick set-ups, a premium and orders that go on make care pay. Without "
                "them, inspecting was the better way."
            ),
        ),
        wrong(
            N_("She should inspect every second lot, as a compromise"),
            N_("That may help a little, but it is still the old valley, with half of its guard asleep."),
        ),
    ),
)

PREMIUM = Sum(
    id="premium",
    concepts=("C19",),
    prompt=N_(
        "A lot lasts a fifth of a year. Less care would save the supplier 2.00 EUR a piece, once; then there "
        "would be no next order. Its discount rate is 25 % a year. What is the least premium a piece at "
        "which care pays?"
    ),
    unit=N_("{n} cents"),
    value=200 * expm1(0.25 * 0.2),
    tolerance=0.3,
    why=N_("200 × (e^0.05 − 1) = 10.25 cents. It buys 2.00 EUR of care, because it is paid again and again."),
    slips=(
        (56.8, N_("You let a lot last a whole year. It lasts a fifth of one, so the exponent is 0.05.")),
        (50.0, N_("That is a quarter of 2.00 EUR, as if the next order were a year away.")),
        (200.0, N_("That is all that less care would save, once. The premium comes with every lot.")),
        (210.3, N_("You forgot to subtract the 1.")),
    ),
)

LEAN = Question(
    id="lean",
    concepts=("C19",),
    prompt=N_(
        "True or false, and why: 'The more a small supplier depends on us, the better it learns to improve "
        "by itself.'"
    ),
    answers=(
        wrong(
            N_("True: it has no choice but to do what our engineers say"),
            N_("It does what they say while they are there. The question is what happens on the next line."),
        ),
        right(
            N_("False: a supplier that leans on us very much is tempted to wait for our engineers"),
            N_("Right: so it was with Honda's suppliers. One with no tie at all does not listen, either."),
        ),
        wrong(
            N_("False: suppliers learn from competition alone"),
            N_(
                "Toyota's suppliers in America cut defects about twice as fast for the customer who taught "
                "them as for the other, in the same plants."
            ),
        ),
        wrong(
            N_("True: it has no other customers to distract it"),
            N_("Other customers are also other teachers, and a reason to know how things are done."),
        ),
    ),
)
