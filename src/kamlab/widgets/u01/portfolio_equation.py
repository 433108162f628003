"""The equations of the portfolio exercise, with the numbers of the comparisons."""

from kamlab.i18n import Translator
from kamlab.widgets.markup import frac, ident, literal, math, over, paragraph, row, sub, total, where
from kamlab.widgets.numbers import number
from kamlab.widgets.u01.candidates import LIMIT
from kamlab.widgets.u01.pairwise import weights


def equation(places: tuple[float, ...], t: Translator) -> str:
    """The consistency ratio and the score, with the numbers of the comparisons."""
    found = weights(places)
    index = math(
        ident("CI"),
        over("="),
        frac(
            row(sub(ident("λ"), literal("max")), over("−"), ident("n")),
            row(ident("n"), over("−"), literal("1")),
        ),
    )
    test = math(
        ident("CR"),
        over("="),
        frac(ident("CI"), ident("RI")),
        over("="),
        literal(number(found.consistency_ratio, 3)),
    )
    score = math(
        ident("A"), over("="), total("k", "1", "n"), sub(ident("w"), ident("k")), sub(ident("x"), ident("k"))
    )
    legend = where(
        (
            (
                "λ",
                t(
                    "largest eigenvalue of the comparison table, {value}; n without any contradiction",
                    value=number(found.lambda_max, 3),
                ),
            ),
            ("n", t("number of criteria, {count}", count=len(found.weights))),
            ("RI", t("mean CI of comparisons made at random, after Saaty")),
            ("w", t("weight of the criterion")),
            ("x", t("rating of the account on the criterion, 0 to 10")),
        )
    )
    why = paragraph(
        t(
            "Who finds growth 3 times as important as profit, and profit 5 times as important as fit, "
            "should not find fit more important than growth. The ratio compares such contradictions with "
            "those of answers at random: up to {limit} the weights can be trusted.",
            limit=number(LIMIT, 2),
        )
    )
    return index + test + score + legend + why
