"""What stands in a released case where the solution was, in each language, and nbgrader told the same.

nbgrader's own stub raises an error, which would stop a non-programmer's 'Run all cells' half-way.
"""

from traitlets.config import Config

from kamlab.i18n import N_, translator

CODE_STUB = N_("Your code here (for the analyst's track; leave it as it is otherwise)")
TEXT_STUB = N_("*Write your advice here.*")


def settings(lang: str) -> Config:
    """Nbgrader's configuration for a release in ``lang``."""
    t = translator(lang)
    config = Config()
    config.ClearSolutions.code_stub = {"python": f"# {t(CODE_STUB)}"}
    config.ClearSolutions.text_stub = t(TEXT_STUB)
    return config


def as_file() -> str:
    """The text of an ``nbgrader_config.py`` with the English stubs: for nbgrader's own command line."""
    clear = settings("en").ClearSolutions
    return (
        '"""Written by `kamlab release`: what nbgrader puts where a solution was."""\n\n'
        "c = get_config()\n"
        f"c.ClearSolutions.code_stub = {dict(clear.code_stub)!r}\n"
        f"c.ClearSolutions.text_stub = {str(clear.text_stub)!r}\n"
    )
