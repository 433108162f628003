"""Whom to decline: the ledger's figures, cost that stays, and reasons for each failing branch."""

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.widgets import u01
from kamlab.widgets.controls import Answers
from kamlab.widgets.u01.declining import DEFENSIBLE, MOST, YEAR, book, effect, outcome, solutions

check = u01.whale_curve.check


def decision(ids: tuple[str, ...], freed: float = 60) -> Answers:
    return Answers({"declined": list(ids), "freed": float(freed)})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def tempting() -> str:
    """The account with the greatest loss on paper of those whose loss would not pay."""
    return min((a for a in book().listed if effect(a, DEFENSIBLE) <= 0), key=lambda a: a.profit).account_id


def test_profit_is_the_ledgers() -> None:
    assert book().profit == pytest.approx(sum(a.profit for a in account_results(ledger(), YEAR)))


def test_declining_loses_the_contribution_and_frees_a_share_of_the_service_cost() -> None:
    account = book().listed[0]
    contribution = account.revenue - account.returns - account.cost_of_goods
    now = outcome((account.account_id,), 0.4)
    assert now.lost == pytest.approx(contribution)
    assert now.gain == pytest.approx(0.4 * account.cost_to_serve - contribution)
    assert now.freed + now.unused == pytest.approx(account.cost_to_serve)


def test_with_all_cost_freed_declining_saves_exactly_the_loss() -> None:
    assert all(effect(a, 1.0) == pytest.approx(-a.profit) for a in book().listed)


def test_the_list_holds_loss_makers_and_large_accounts_that_only_look_like_them() -> None:
    assert len({a.account_id for a in book().listed}) == len(book().listed) == 11
    assert sum(a.profit < 0 for a in book().listed) == 8
    assert all(effect(a, DEFENSIBLE) < 0 for a in book().listed if a.profit > 0)


def test_a_large_loss_on_paper_may_help_to_carry_the_cost_that_stays() -> None:
    account = next(a for a in book().listed if a.account_id == tempting())
    assert account.profit < 0
    assert effect(account, DEFENSIBLE) < 0


def test_some_choices_reach_the_goal_and_most_do_not() -> None:
    assert 1 <= len(solutions()) <= 40
    assert all(len(chosen) <= MOST for chosen in solutions())


def test_a_solution_meets_every_condition(t: Translator) -> None:
    assert missed(decision(solutions()[0]), t) == []


def test_declining_no_one_does_not_reach_the_goal(t: Translator) -> None:
    reason = check(decision(()), t)[0]
    assert missed(decision(()), t) == [0]
    assert "such as" in reason.advice


def test_too_many_are_named(t: Translator) -> None:
    ids = tuple(a.account_id for a in book().listed)
    reasons = check(decision(ids), t)
    assert not reasons[1].met
    assert "You decline 11" in reasons[1].why
    assert "minimum order" in reasons[1].advice


def test_an_account_that_carries_cost_is_named(t: Translator) -> None:
    reason = check(decision((tempting(),)), t)[2]
    name = next(a.name for a in book().listed if a.account_id == tempting())
    assert not reason.met
    assert name in reason.why
    assert name in reason.advice


def test_an_optimistic_assumption_is_not_accepted(t: Translator) -> None:
    assert missed(decision(solutions()[0], freed=80), t) == [3]
    assert "You assume 80\u00a0%" in check(decision(solutions()[0], freed=80), t)[3].why


def test_where_the_best_is_declined_and_the_gain_too_small_the_table_helps(t: Translator) -> None:
    best = max(book().listed, key=lambda a: effect(a, DEFENSIBLE))
    reason = check(decision((best.account_id,)), t)[0]
    assert not reason.met
    assert "last column" in reason.advice


def test_the_view_shows_what_happens_to_the_customers() -> None:
    exercise = u01.whale_curve()
    exercise.values = {"declined": list(solutions()[0]), "freed": 60, "@n": 3}
    served, gone = len(book().served), len(solutions()[0])
    assert f"{served - gone} of {served}" in exercise.view["sides"]
    assert "Your decision" in exercise.view["chart"]
    assert exercise.view["table"].count("declined<") == gone
    assert exercise.view["for"] == 3


def test_the_curve_after_the_decision_ends_at_the_new_profit() -> None:
    exercise = u01.whale_curve()
    exercise.values = {"declined": list(solutions()[0]), "freed": 60}
    end = 100 * (book().profit + outcome(solutions()[0], 0.6).gain) / book().profit
    assert f"ends at {end:.1f}\u00a0%" in exercise.view["chart"]
