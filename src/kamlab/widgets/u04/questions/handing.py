"""Questions on what to hand over, and on what a contract is for (C03, C04)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

FUNCTION = Question(
    id="function",
    concepts=("C03",),
    prompt=N_("Which of these functions of an appliance maker suits partnership outsourcing best?"),
    answers=(
        wrong(
            N_("Running the e-mail, which is the largest item of the computing budget"),
            N_("Many firms run e-mail, all in the same way. Size is no reason: put it out to tender."),
        ),
        wrong(
            N_("The control of the enamel recipes, for which people are hardest to find"),
            N_(
                "Customers buy the machines for this finish. What leaves with the provider is the business "
                "itself."
            ),
        ),
        right(
            N_("Watching the motor drives, where a stopped line costs 2,500 EUR an hour"),
            N_(
                "Right, though not because of the 2,500 EUR: few can do it, what the provider learns has its "
                "value here, and the customer could learn it again. No market keeps the promise, so the two "
                "have to."
            ),
        ),
        wrong(
            N_("Paying the wages, where a mistake annoys everybody"),
            N_("It must work, but dozens of firms can do it next month. A good tender is enough."),
        ),
    ),
)

PAPER = Question(
    id="paper",
    concepts=("C03", "C04"),
    prompt=N_("True or false, and why: 'Between partners a detailed contract does harm.'"),
    answers=(
        wrong(
            N_("True: it shows distrust, and distrust breeds breaches"),
            N_(
                "It can be used in that way. But across many studies contracts and trust go together, and "
                "breaches are rarer where there are both."
            ),
        ),
        wrong(
            N_("True: business people hardly ever go to law, so nobody reads it"),
            N_(
                "The first half is well observed. But writing it makes both sides think through what may "
                "happen while they are still friends."
            ),
        ),
        wrong(
            N_("False: only what is written down is kept"),
            N_("No contract foresees every night in the plant. What it leaves open, trust must carry."),
        ),
        right(
            N_("False: contract and trust mostly complete each other"),
            N_(
                "Right: the paper settles what can be foreseen, so that trust is needed for the rest only. "
                "Outsourcing deals with detailed contracts did better than loose ones, too."
            ),
        ),
    ),
)
