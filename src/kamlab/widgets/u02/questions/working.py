"""Questions on what goes beyond the contract (C53)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

BEYOND = Question(
    id="beyond",
    concepts=("C53", "C52"),
    prompt=N_("Which of these save money to both sides, instead of moving it from one to the other?"),
    many=True,
    answers=(
        right(
            N_("A price table agreed once a year, instead of a quotation for every order"),
            N_(
                "Right: you write fewer quotations, and she requests, checks and files fewer. The work is "
                "gone, not passed on."
            ),
        ),
        wrong(
            N_("Three per cent off for a contract of two more years"),
            N_(
                "What she saves, you lose. It may keep the business, but nobody works less or better because "
                "of it."
            ),
        ),
        wrong(
            N_("A penalty for each late delivery"),
            N_(
                "It decides who bears the damage. Unless somebody also finds out why deliveries are late, "
                "the damage stays the same."
            ),
        ),
        right(
            N_("One approval that is valid for both plants of the customer"),
            N_("Right: the second test is spared, hers and yours, and the drives arrive sooner."),
        ),
    ),
)

CONTRACT = Question(
    id="contract",
    concepts=("C53",),
    prompt=N_(
        "True or false, and why: 'Where two firms trust each other, a detailed contract only does harm.'"
    ),
    answers=(
        right(
            N_("False: clear terms leave goodwill free for what no clause foresees"),
            N_(
                "Right: in research, detailed contracts and trust went together. The contract settles what "
                "can be written; the rest needs people who want the business to go on."
            ),
        ),
        wrong(
            N_("True: who asks for a contract shows distrust"),
            N_(
                "It depends on what it is for. As a plan it prevents misunderstandings; only as a weapon "
                "does it poison the air."
            ),
        ),
        wrong(
            N_("False: only what is in the contract will be done"),
            N_(
                "Most of what makes a supplier valuable is in none: the early call, the idea, the extra "
                "hour. Firms rarely go to court over the rest either."
            ),
        ),
        wrong(
            N_("True: a contract fixes everything, so that nothing can improve"),
            N_("It can also set a date on which both sides look for the next improvement."),
        ),
    ),
)
