"""Questions on the audit of a claim (C27)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

FIRST = Question(
    id="first",
    concepts=("C27",),
    prompt=N_(
        "A slide says: 'Asia is 60 % of the drive market.' Which questions come before the search for data?"
    ),
    many=True,
    answers=(
        right(
            N_("Sixty per cent of what: pieces, money, or what is made there?"),
            N_("Right: without the bottom of the share there is nothing to look up."),
        ),
        wrong(
            N_("Is the figure higher or lower than we need for our plan?"),
            N_("Whoever asks this first will find that it fits."),
        ),
        right(
            N_("What counts as a drive, and for which year?"),
            N_("Right: each definition has its own number, and each year too."),
        ),
        wrong(
            N_("Is the speaker known to be reliable?"),
            N_("Reliable people copy numbers, too. A source can be checked; a reputation cannot be divided."),
        ),
    ),
)

VERDICT = Question(
    id="verdict",
    concepts=("C27",),
    prompt=N_("What is the fair verdict on 'the private sector is about a third of global commerce'?"),
    answers=(
        wrong(
            N_("True in spirit: governments do spend more than people think"),
            N_("More than people think is not two thirds of it all. A number is claimed; judge the number."),
        ),
        wrong(
            N_("True: governments spend about two fifths of national product in rich countries"),
            N_(
                "Two fifths are not two thirds, and rich countries are not the world. Pensions buy no drives."
            ),
        ),
        wrong(
            N_("A lie: the author must have known better"),
            N_("An audit finds what data say, not what somebody thought. A slip in copying is as likely."),
        ),
        right(
            N_("The data speak against it: jobs, purchases and output all give far more than a third"),
            N_(
                "Right, with the reservation that nobody has a world figure for all state-owned firms, and "
                "that the claim never says what it counts."
            ),
        ),
    ),
)

SPENDING = Question(
    id="spending",
    concepts=("C27",),
    prompt=N_(
        "True or false, and why: 'The government spends half of national product. So private firms produce "
        "half of it at most.'"
    ),
    answers=(
        right(
            N_("False: what a government spends may be produced by private firms"),
            N_(
                "Right: pensions are spent in private shops, and much of what governments buy private firms "
                "make. Who pays and who produces are two ways to cut one cake."
            ),
        ),
        wrong(
            N_("True: the two shares must add up to the whole"),
            N_("Spending and producing are not two parts of one whole. A pensioner's bread is in both."),
        ),
        wrong(
            N_("False: governments produce nothing"),
            N_("Teachers, judges and nurses in public service produce a good deal. It is counted at cost."),
        ),
        wrong(
            N_("True, but only in countries with high taxes"),
            N_("A high share moves the number. It does not turn spending into production."),
        ),
    ),
)
