"""Questions on the small supplier of a core product (C21)."""

from kamlab.i18n import N_
from kamlab.widgets.quiz import Question, Sum, right, wrong

BETTER = Question(
    id="better",
    concepts=("C21",),
    prompt=N_(
        "In two years you have helped a small supplier of a core part to lower its cost by a fifth, and "
        "share the saving. What has become of your risk?"
    ),
    answers=(
        right(
            N_("You have more to lose: the next best supplier is now farther behind"),
            N_(
                "Right: what could be taken from you has grown with what you have built. The supplier fails "
                "less easily, but costs you more if it does."
            ),
        ),
        wrong(
            N_("You are safer: the supplier is richer, and grateful"),
            N_("Richer, yes, and it will fail less easily. Its heirs, or a receiver, need not be grateful."),
        ),
        wrong(
            N_("You are stronger: it now depends on your orders"),
            N_(
                "It does. But you depend on its parts, and Dutch purchasers found suppliers to dominate in "
                "just this field."
            ),
        ),
        wrong(
            N_("Nothing has changed: the contract is the same"),
            N_("The words are the same. What a gap in them is worth is not."),
        ),
    ),
)

TOOLS = Sum(
    id="tools",
    concepts=("C21",),
    prompt=N_(
        "A small supplier asks 40 EUR for a core part, the next best 46 EUR; you need 10,000 a year. You buy "
        "the special tools, with which the next best could deliver for 42 EUR. By how much does that lower "
        "what is at stake?"
    ),
    unit=N_("{n} EUR a year"),
    value=40_000.0,
    tolerance=10.0,
    why=N_("Before, (46 − 40) × 10,000 = 60,000 EUR; after, (42 − 40) × 10,000 = 20,000 EUR."),
    slips=(
        (20_000.0, N_("That is what is still at stake. The question asks by how much it falls.")),
        (60_000.0, N_("That was at stake before the tools were yours.")),
        (420_000.0, N_("At stake is only the gap to the next best, not the whole price.")),
    ),
)

IN_FACT = Question(
    id="in-fact",
    concepts=("C21",),
    prompt=N_(
        "Your core part comes from one small firm. Which of these lower what its owners, or whoever follows "
        "them, could take from you?"
    ),
    many=True,
    answers=(
        right(
            N_("A stake that gives control, with a guarantee of the firm's debts"),
            N_("Right: that is a merger in fact. Nobody is left to hold you up, and no receiver comes."),
        ),
        wrong(
            N_("A penalty for not delivering of ten times the firm's worth"),
            N_("A firm that fails pays no penalty, and its receiver knows that."),
        ),
        right(
            N_("The tools and drawings are yours and may be fetched"),
            N_("Right: the next best supplier comes nearer, in price and in months."),
        ),
        wrong(
            N_("More orders, so that the firm has no other customers"),
            N_("It then needs you more. But you need it more as well, and a failure costs more."),
        ),
        right(
            N_("A second supplier, approved and kept in practice"),
            N_("Right: it is a third of leaving altogether. It costs some of the saving, and buys sleep."),
        ),
    ),
)
