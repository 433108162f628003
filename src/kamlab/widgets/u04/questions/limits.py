"""Questions on how far a partnership can go (C09)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

BEFORE = Question(
    id="before",
    concepts=("C09",),
    prompt=N_(
        "A provider is to spend 120,000 EUR on sensors that fit one customer's lines only. What should it do "
        "first?"
    ),
    answers=(
        wrong(
            N_("Invest quickly, as a sign of good faith, and agree on the price when the system runs"),
            N_(
                "When it runs, the money is spent and the sensors are worth little elsewhere. The customer "
                "can then offer just enough to keep the provider from leaving."
            ),
        ),
        wrong(
            N_("Refuse, because such an investment makes it dependent"),
            N_("What fits one customer best is often what earns most. The question is on which terms."),
        ),
        right(
            N_("Agree on the length of the contract and on what is paid if it ends early"),
            N_(
                "Right: before the investment both still have a choice. In coal, too, contracts are longer "
                "where more is invested for one partner."
            ),
        ),
        wrong(
            N_("Ask for the highest price that the customer will bear"),
            N_("A price that only one side can change later protects nobody. How long it holds comes first."),
        ),
    ),
)

DEPTH = Question(
    id="depth",
    concepts=("C09", "C08"),
    prompt=N_("True or false, and why: 'Key account management is best when it goes as deep as it can.'"),
    answers=(
        wrong(
            N_("True: each further function that is handed over adds a saving"),
            N_(
                "It also adds a rent to fight about. Where the fight costs more than the saving, the "
                "function stays."
            ),
        ),
        right(
            N_("False: it can go only as far as partnering can, and need not go that far"),
            N_(
                "Right: trust, contract and what is at stake set a limit for each function; and many key "
                "accounts pay without coming near it."
            ),
        ),
        wrong(
            N_("False: partnerships fail so often that one had better sell and buy"),
            N_("Many do fail. But the gain that only both can reach is lost if nobody tries."),
        ),
        wrong(
            N_("True: what both firms know together, no rival can copy"),
            N_("Perhaps for a time. And what has grown together is also hard to get out of."),
        ),
    ),
)
