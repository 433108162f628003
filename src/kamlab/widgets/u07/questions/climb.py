"""Questions on geographically limited rivals and their way up (C30)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, right, wrong

PASSED = Question(
    id="passed",
    concepts=("C30",),
    prompt=N_(
        "A local firm offers a global buyer the best quality and the lowest price, and is passed over. What "
        "is the likeliest reason?"
    ),
    answers=(
        wrong(
            N_("Global buyers prefer famous names"),
            N_("Some do. But few pay more for worse parts for years because of a name."),
        ),
        wrong(
            N_("A small firm cannot give large discounts"),
            N_("It offers the lowest price already."),
        ),
        right(
            N_("The buyer needs the part in all its regions, and supply that does not hang on one valley"),
            N_("Right: what it lacks is reach and continuity. Both can be built, though hardly by itself."),
        ),
        wrong(
            N_("Its low price shows that the quality cannot last"),
            N_("A suspicion that a sample and a visit settle. They do not move the valley."),
        ),
    ),
)

SCHOOL = Question(
    id="school",
    concepts=("C30", "C19"),
    prompt=N_(
        "A small firm wins its first multinational customer, which will send engineers. What should its "
        "owner expect, going by the firms in Costa Rica?"
    ),
    answers=(
        wrong(
            N_("Sales to other customers grow at once, because the name impresses them"),
            N_("The name helps later. In the first year those sales fell steeply."),
        ),
        right(
            N_("Sales to other customers fall at first and are larger after some years"),
            N_(
                "Right: for a time there are not enough people and machines for all. Four years later those "
                "sales were 20 % higher."
            ),
        ),
        wrong(
            N_("It will grow with this one customer and lose the others for good"),
            N_("It feels so in the first year. It did not stay so."),
        ),
        wrong(
            N_("It will sell more, but be no more productive"),
            N_("Productivity was 4 to 9 % higher after four years."),
        ),
    ),
)
