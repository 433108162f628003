"""Case codes: stable, forgiving about how they are typed, strict about what."""

import pytest

from kamlab.data import case_code, normalise_code, normalise_trainee, seed_of
from kamlab.data.codes import ALPHABET
from kamlab.errors import DataError

SECRET = "sixteen letters and more"  # noqa: S105 - the tests' own
CODE = case_code(SECRET, "zhang.wei")


def _replaced(code: str, place: int, symbol: str) -> str:
    return code[:place] + symbol + code[place + 1 :]


def test_a_code_is_three_groups_of_four_readable_symbols() -> None:
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("OILU")


@pytest.mark.parametrize("spelling", [" zhang.wei ", "Zhang.Wei", "ZHANG.WEI", "ｚｈａｎｇ.ｗｅｉ"])
def test_spellings_of_one_id_share_a_code(spelling: str) -> None:
    assert case_code(SECRET, spelling) == CODE


def test_chinese_ids_have_codes() -> None:
    assert case_code(SECRET, "张伟") != case_code(SECRET, "王芳")


def test_other_secrets_give_other_codes() -> None:
    assert case_code("another secret of the course", "zhang.wei") != CODE


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(DataError, match="trainee id is empty"):
        normalise_trainee(" \u3000")


def test_ten_thousand_trainees_have_ten_thousand_seeds() -> None:
    assert len({seed_of(case_code(SECRET, str(number))) for number in range(10_000)}) == 10_000


def test_the_seed_is_the_code_without_its_check_symbol() -> None:
    bits = "".join(f"{ALPHABET.index(symbol):05b}" for symbol in CODE.replace("-", "")[:-1])
    assert len(bits) == 55
    assert seed_of(CODE) == int(bits, 2)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "—"),
        f"  {CODE}\n",
        "".join(chr(ord(symbol) + 0xFEE0) for symbol in CODE),
        CODE.replace("0", "O").replace("1", "I").replace("V", "U"),
        CODE.replace("0", "o").replace("1", "l").replace("V", "u"),
    ],
)
def test_ways_of_typing_a_code_are_accepted(typed: str) -> None:
    assert normalise_code(typed) == CODE


def test_look_alikes_are_accepted_wherever_they_stand() -> None:
    codes = [case_code(SECRET, str(number)) for number in range(300)]
    assert {"0", "1", "V"} <= set("".join(codes))
    for code in codes:
        typed = code.replace("0", "O").replace("1", "L").replace("V", "U")
        assert seed_of(typed) == seed_of(code)


def test_any_one_wrong_symbol_is_detected() -> None:
    for trainee in ("a", "b", "c"):
        code = case_code(SECRET, trainee)
        for place in (place for place, symbol in enumerate(code) if symbol != "-"):
            for symbol in set(ALPHABET) - {code[place]}:
                with pytest.raises(DataError, match="typing error"):
                    seed_of(_replaced(code, place, symbol))


def test_any_two_neighbours_swapped_are_detected() -> None:
    plain = CODE.replace("-", "")
    for place in range(len(plain) - 1):
        first, second = plain[place], plain[place + 1]
        if first != second:
            with pytest.raises(DataError, match="typing error"):
                seed_of(_replaced(_replaced(plain, place, second), place + 1, first))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "The case code is empty"),
        (" - - ", "The case code is empty"),
        (CODE[:-1], "11 symbols and needs 12"),
        (CODE + "7", "13 symbols and needs 12"),
        (_replaced(CODE, 0, "#"), "'#' never stands in a case code"),
        (_replaced(CODE, 0, "张"), "'张' never stands in a case code"),
    ],
)
def test_what_is_no_code_is_named(typed: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        seed_of(typed)
