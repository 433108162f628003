"""Quizzes: right and wrong, every option explained, a second try."""

from collections import Counter

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import u01, units
from kamlab.widgets.controls import Answers
from kamlab.widgets.quiz import Question, Quiz, Sum

QUIZ = u01.quiz
EVERY = [one for exercises in units().values() for one in exercises if isinstance(one, Quiz)]
every = pytest.mark.parametrize("quiz", EVERY, ids=lambda one: one.exercise_id)
CHOICES = [q for q in QUIZ.questions if isinstance(q, Question)]
SUMS = [q for q in QUIZ.questions if isinstance(q, Sum)]


def blank() -> dict[str, object]:
    return {q.id: None if isinstance(q, Sum) else [] for q in QUIZ.questions}


def best() -> dict[str, object]:
    """Every question answered rightly."""
    chosen = {q.id: [str(i) for i, answer in enumerate(q.answers) if answer.right] for q in CHOICES}
    return {**chosen, **{q.id: float(round(q.value, 2)) for q in SUMS}}


def judged(answers: dict[str, object], checked: dict[str, object], t: Translator) -> dict[str, object]:
    feedback = QUIZ.judge(Answers(answers), Answers(checked), t)
    return {**feedback.parts, "solved": feedback.solved, "say": feedback.say, "retry": feedback.retry}


@every
def test_there_are_questions_of_every_kind(quiz: Quiz) -> None:
    choices = [q for q in quiz.questions if isinstance(q, Question)]
    assert len(quiz.questions) >= 8
    assert len(quiz.questions) - len(choices) >= 2
    assert sum(q.many for q in choices) >= 2
    assert sum(q.prompt.startswith("True or false") for q in choices) >= 2


@every
def test_the_right_answer_has_no_usual_place(quiz: Quiz) -> None:
    choices = [q for q in quiz.questions if isinstance(q, Question)]
    places = Counter(next(i for i, a in enumerate(q.answers) if a.right) for q in choices if not q.many)
    assert max(places.values()) <= len(choices) / 2


@pytest.mark.parametrize(
    "question", [q for quiz in EVERY for q in quiz.questions if isinstance(q, Question)], ids=lambda q: q.id
)
def test_a_question_has_a_right_answer_a_wrong_one_and_a_reason_for_each(question: Question) -> None:
    right = [answer for answer in question.answers if answer.right]
    assert (len(right) > 1) == question.many
    assert len(right) < len(question.answers)
    assert all(answer.why for answer in question.answers)


def test_all_right_is_full_marks(t: Translator) -> None:
    found = judged(best(), best(), t)
    assert found["solved"] is True
    assert found["say"] == f"Score: {len(QUIZ.questions)} of {len(QUIZ.questions)} points."
    assert found["retry"] == ()


def test_a_blank_quiz_scores_nothing_and_gives_nothing_away(t: Translator) -> None:
    found = judged(blank(), blank(), t)
    assert found["say"] == f"Score: 0 of {len(QUIZ.questions)} points."
    assert all("Not answered yet" in found[f"after-{q.id}"] for q in QUIZ.questions)
    assert found["retry"] == ()


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_after_checking_every_option_explains_itself(question: Question, t: Translator) -> None:
    given = {**blank(), question.id: ["0"]}
    shown = str(judged(given, given, t)[f"after-{question.id}"]).replace("&#x27;", "'")
    assert all(answer.why in shown for answer in question.answers)


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_a_wrong_choice_can_be_tried_again(question: Question, t: Translator) -> None:
    wrong = [str(i) for i, answer in enumerate(question.answers) if not answer.right][:1]
    given = {**best(), question.id: wrong}
    assert judged(given, given, t)["retry"] == (question.id,)


def test_some_right_options_of_several_are_not_enough(t: Translator) -> None:
    question = next(q for q in CHOICES if q.many)
    given = {**best(), question.id: best()[question.id][:1]}
    assert "not right yet" in judged(given, given, t)[f"after-{question.id}"]


@pytest.mark.parametrize("question", SUMS, ids=lambda q: q.id)
def test_a_number_within_the_tolerance_is_right(question: Sum) -> None:
    inside, outside = question.value + question.tolerance * 0.9, question.value + question.tolerance * 1.1
    assert question.right(Answers({question.id: inside}))
    assert not question.right(Answers({question.id: outside}))


@pytest.mark.parametrize(("question", "slip"), [(q, slip) for q in SUMS for slip in q.slips])
def test_a_common_slip_is_recognised(question: Sum, slip: tuple[float, str], t: Translator) -> None:
    given = Answers({question.id: float(slip[0])})
    assert not question.right(given)
    assert slip[1] in question.explain(given, t).replace("&#x27;", "'")


def test_any_other_number_gets_a_general_hint(t: Translator) -> None:
    assert "That is not it" in SUMS[0].explain(Answers({SUMS[0].id: 1.0}), t)


def test_the_sums_are_right() -> None:
    values = {q.id: q.value for q in SUMS}
    assert values["multiple"] == pytest.approx(100_000 * 0.8 / (1 + 0.1 - 0.8))
    assert values["decline"] == 0.5 * 50_000 - 30_000


def test_a_question_answered_anew_is_no_longer_judged(t: Translator) -> None:
    changed = {**best(), "why": []}
    found = judged(changed, best(), t)
    assert found["after-why"] == ""
    assert "Changed since the last check: 1." in found["say"]


def test_before_a_check_only_the_count_is_shown(t: Translator) -> None:
    exercise = u01.quiz()
    exercise.values = {"why": ["1"], "decline": 3}
    assert exercise.view["say"] == f"Answered: 2 of {len(QUIZ.questions)}."
    assert all(exercise.view[f"after-{q.id}"] == "" for q in QUIZ.questions)
    assert QUIZ.judge(Answers(best()), None, t).solved is False
