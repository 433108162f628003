"""Questions on alliances, poles and who meets whom (C11, C12, C28, C61)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

PAIRING = Question(
    id="pairing",
    concepts=("C12", "C28"),
    prompt=N_(
        "A global and a local seller meet a global and a local buyer; each can serve or take one partner. "
        "The two global firms would earn 900,000 EUR together, a global firm with a local one 500,000 EUR, "
        "the two local firms 50,000 EUR. Which pairing earns most?"
    ),
    answers=(
        wrong(
            N_("Global with global and local with local, because 900,000 EUR is the largest figure"),
            N_("That earns 950,000 EUR. The largest pair leaves the smallest behind, and it counts as well."),
        ),
        wrong(
            N_("Global with global; the local firms had better not trade at all"),
            N_("That throws away even the 50,000 EUR. Nobody gains from leaving them out."),
        ),
        right(
            N_("Each global firm with a local one"),
            N_(
                "Right: 1,000,000 against 950,000 EUR. Like meets like only where the strong add more to the "
                "strong than they would add to the weak; here they do not."
            ),
        ),
        wrong(
            N_("Both pairings earn the same, so it does not matter"),
            N_("Add up both pairs of each: 900,000 + 50,000 EUR here, 500,000 + 500,000 EUR there."),
        ),
    ),
)

FLOOR = Sum(
    id="floor",
    concepts=("C12",),
    prompt=N_(
        "One supplier can serve one buyer only. With buyer A it would earn 900,000 EUR together, with buyer "
        "B 700,000 EUR. It signs with A. What is the least that the supplier must get so that nobody has a "
        "reason to break up the deal?"
    ),
    unit=N_("{n} EUR"),
    value=700_000.0,
    tolerance=500.0,
    why=N_(
        "B, who is left out, would pay up to 700,000 EUR. Anything less, and the supplier and B would both "
        "do better together. A can keep 200,000 EUR at most."
    ),
    slips=(
        (450_000.0, N_("Half and half sounds fair, but B would outbid it.")),
        (200_000.0, N_("That is the most that A can keep, not the least that the supplier must get.")),
        (900_000.0, N_("That is the most that the supplier could get; A might then just as well stay away.")),
    ),
)

POLES = Question(
    id="poles",
    concepts=("C11",),
    prompt=N_("Which of these would show that a market is splitting into two poles?"),
    answers=(
        wrong(
            N_("The largest firms grow"),
            N_("Then the ends move apart. Whether the middle empties, this does not say."),
        ),
        wrong(
            N_("Many small firms close down"),
            N_("Then one end thins out, and the middle becomes a larger part of what is left."),
        ),
        wrong(
            N_("The average difference in size between two firms grows"),
            N_("That is inequality. It also grows when firms spread out evenly, without any poles."),
        ),
        right(
            N_("Middle-sized firms grow into one group or shrink into the other"),
            N_(
                "Right: there are poles where many stand together at each end and few between. It can happen "
                "while inequality falls."
            ),
        ),
    ),
)

DOMINATE = Question(
    id="dominate",
    concepts=("C61", "C11"),
    prompt=N_(
        "True or false, and why: 'It has been shown that value management dominates among the global firms "
        "of the top alliances.'"
    ),
    answers=(
        wrong(
            N_("True: large firms have grown larger for a hundred years"),
            N_("They have, in the United States. A large firm can also use its size to press prices."),
        ),
        right(
            N_("False: it is a forecast, with the good reason that there it has most to work on"),
            N_(
                "Right: where much is traded between few, an hour of joint work moves most. Where one side "
                "does not need the other, the reason falls away."
            ),
        ),
        wrong(
            N_("True: global customers ask for global account management"),
            N_("They ask for one price and one contact. Whether value is worked on together is open."),
        ),
        wrong(
            N_("False: most suppliers were unhappy with their global accounts, so it will not come"),
            N_("Most were, yet mature programmes paid. It shows how hard it is, not that it will not come."),
        ),
    ),
)
