"""Chinese search that finds the course's terms.

Sphinx cuts Chinese text into words with jieba. The glossary teaches jieba the course's terms; in the browser
a query is cut into the words of the index, because there jieba is not at hand.
"""

import csv
from pathlib import Path

import jieba
from sphinx.search.zh import SearchChinese

SPLITTER = Path(__file__).parent / "static" / "search-split.js"
#: More than any word of jieba's own dictionary that could compete for the same characters.
_FREQUENCY = 200_000
_SHORTEST = 2


class CourseChinese(SearchChinese):
    """Sphinx's Chinese, with the course's terms and a splitter for queries.

    The option ``glossary`` names a CSV file whose column ``zh`` holds the terms.
    """

    js_splitter_code = SPLITTER.read_text(encoding="utf-8")

    def init(self, options: dict[str, str]) -> None:
        """Teach jieba the terms."""
        jieba.setLogLevel("WARNING")
        super().init(options)
        self.terms = terms(Path(options["glossary"])) if options.get("glossary") else ()
        for term in self.terms:
            jieba.add_word(term, freq=_FREQUENCY)

    def split(self, text: str) -> list[str]:
        """The words of ``text``, and every term of the glossary inside longer ones."""
        return [*super().split(text), *(term for term in self.terms if term in text)]


def terms(glossary: Path) -> tuple[str, ...]:
    """The Chinese terms of the glossary's CSV file, in its order; none where there is no file."""
    if not glossary.exists():
        return ()
    with glossary.open(encoding="utf-8-sig", newline="") as stream:
        found = [row.get("zh", "").strip() for row in csv.DictReader(stream)]
    return tuple(term for term in dict.fromkeys(found) if len(term) >= _SHORTEST)
