"""The page loader's own words, in every language of the course."""

from kamlab.i18n import LANGUAGES, Translator, translator

__all__ = ["all_words", "words"]


def words(t: Translator) -> dict[str, str]:
    """Return what a badge says in each state of an exercise (keys: the states of ``data-live``)."""
    return {
        "shown": "",
        "starting": t("Starting the calculation…"),
        "live": t("Live: the results follow your changes"),
        "failed": t(
            "Static view: the calculation cannot start here, so the results do not follow your changes."
        ),
        "error": t("This exercise has stopped. Reload the page to start it again."),
    }


def all_words() -> dict[str, dict[str, str]]:
    """Return ``words`` for each language of the course."""
    return {lang: words(translator(lang)) for lang in LANGUAGES}
