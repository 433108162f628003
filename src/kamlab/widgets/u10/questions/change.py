"""Questions on how key account management is superseded (C37, C40, C41, C62)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

MIRROR = Question(
    id="mirror",
    concepts=("C40",),
    prompt=N_(
        "Key account management and supplier development use nearly the same steps. What follows for a firm "
        "that wants to merge them?"
    ),
    answers=(
        wrong(
            N_("Nothing: they are opposites, because one wants a high price and the other a low one"),
            N_("About the price they are. About needs, processes and both sides' costs they do one job."),
        ),
        right(
            N_("The work can become one, but the price still needs two signatures"),
            N_("Right: what lowers the sum is common ground; how the sum is divided is not."),
        ),
        wrong(
            N_("One of the two departments can be closed"),
            N_("Then one side's knowledge goes with it, usually the one that was told of it last."),
        ),
        wrong(
            N_("It will happen by itself, since research has shown that they merge"),
            N_("Research has shown that they resemble each other. That they merge is a forecast."),
        ),
    ),
)

CURVE = Question(
    id="curve",
    concepts=("C37", "C62"),
    prompt=N_(
        "True or false, and why: 'Value management has gone from 5 to 10 % of our trade in two years. By the "
        "S-curve it will be at 90 % on a day that we can compute.'"
    ),
    answers=(
        wrong(
            N_("True: two readings determine the line, and the line the day"),
            N_("They determine the line that you drew. Whether the world follows it, they cannot say."),
        ),
        wrong(
            N_("False: two readings are not enough to draw the line"),
            N_("They are enough to draw it. They are not enough to believe it."),
        ),
        right(
            N_("False: a small error in either reading moves the day by years, and the change may stop"),
            N_("Right: the equation assumes that the change goes through. Quality circles did not."),
        ),
        wrong(
            N_("True, provided that partnership remains the main current"),
            N_("That is the same forecast in other words; it adds no evidence to it."),
        ),
    ),
)

FOLLOW = Question(
    id="follow",
    concepts=("C41",),
    prompt=N_(
        "In a market few firms start something new of their own accord, and most follow those who have. You "
        "want value management to spread among your accounts. Where does effort tell most?"
    ),
    answers=(
        wrong(
            N_("With the accounts that hesitate most, because they are the majority"),
            N_("They wait for an example. Before there is one, effort with them is spent on waiting."),
        ),
        wrong(
            N_("With all accounts alike, out of fairness"),
            N_("Then each gets too little, and nowhere is there a result to point to."),
        ),
        wrong(
            N_("With the largest account, whatever it thinks of it"),
            N_("Size helps only if it wants to. An unwilling giant is an example too."),
        ),
        right(
            N_("With a few that would start anyway and whom others believe, and in publishing their sums"),
            N_("Right: each of them brings others along, and they follow faster where it is seen to pay."),
        ),
    ),
)

OUTGROW = Question(
    id="outgrow",
    concepts=("C41", "C62"),
    prompt=N_("Which of these show that key account management is outgrowing itself?"),
    many=True,
    answers=(
        wrong(
            N_("There are twice as many key account managers as three years ago"),
            N_("That shows growth, perhaps of the queue. Outgrowing means that less depends on them."),
        ),
        right(
            N_("Problems are solved between the firms before the account manager hears of them"),
            N_("Right: fewer pairs stand on either side of her, and the work goes on without her."),
        ),
        wrong(
            N_("The department has been renamed value management"),
            N_("A new name costs a box of cards. Which work is different?"),
        ),
        right(
            N_("Projects with key customers are judged by the sum of both firms' gains"),
            N_("Right: a second column has come in, and with it a different task."),
        ),
    ),
)
