from kamlab.answers.numbers import amount
from kamlab.i18n import Translator


def test_an_amount_is_written_as_each_language_writes_it() -> None:
    english, chinese = Translator("en"), Translator("zh")
    assert [amount(1234.5, unit, english) for unit in ("%", "EUR", "accounts", "")] == [
        "1,234.5 %",
        "1,234.5 EUR",
        "1,234.5 accounts",
        "1,234.5",
    ]
    assert [amount(16, unit, chinese) for unit in ("%", "EUR", "accounts")] == ["16%", "16 欧元", "16 家"]
