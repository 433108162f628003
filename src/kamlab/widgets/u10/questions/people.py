"""Questions on the association, the career and talent (C38, C39, C43)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

LOWEST = Sum(
    id="lowest",
    concepts=("C38",),
    prompt=N_(
        "A certificate adds 24,000 EUR to pay. A month of the work for it costs able people 1,500 EUR and "
        "others 4,000 EUR. From how many months on do the others stay away?"
    ),
    unit=N_("{n} months"),
    value=6.0,
    tolerance=0.01,
    why=N_(
        "24,000 / 4,000 = 6. The able would go up to 16 months, but each month above 6 is a cost that tells "
        "employers nothing new."
    ),
    slips=(
        (16.0, N_("That is where the able give up too. The others give up earlier.")),
        (9.6, N_("Not the difference of the two costs counts, but what it costs the others.")),
    ),
)

TASK = Question(
    id="task",
    concepts=("C38",),
    prompt=N_(
        "An association of key account managers wants its title to be worth more to employers. What should "
        "it do?"
    ),
    answers=(
        wrong(
            N_("Ask for more years of study every few years"),
            N_("It keeps nobody else out and costs the able more. In the end the able leave as well."),
        ),
        wrong(
            N_("Make it easier, so that more people carry it and it is better known"),
            N_("Known it will be, as the title that everybody has."),
        ),
        right(
            N_("Set a task that comes easily to able people and hard to others, such as real joint work"),
            N_("Right: the wider the difference in cost, the shorter a certificate can be and still tell."),
        ),
        wrong(
            N_("Admit sellers only, to keep the profession's profile sharp"),
            N_("Sharp for yesterday's task. Where the work merges, buyers sit for the same examination."),
        ),
    ),
)

CAREER = Question(
    id="career",
    concepts=("C39", "C43"),
    prompt=N_(
        "The best graduates turn your offer down. Studies found that students think of selling as pushy and "
        "dull. Which of these change something?"
    ),
    many=True,
    answers=(
        right(
            N_("Decisions of her own in the first year, and somebody from whom to learn"),
            N_("Right: it changes the job, and the brochure can then simply report it."),
        ),
        wrong(
            N_("A grander title with the same work"),
            N_("She will find out in a month and tell next year's graduates."),
        ),
        right(
            N_("A meeting with people who use what she would improve"),
            N_("Right: five minutes with somebody who benefited moved people more than a letter did."),
        ),
        wrong(
            N_("A bonus for each new order"),
            N_("That pays for the very picture of the job that keeps her away."),
        ),
    ),
)
