"""What the book needs from Sphinx beyond Jupyter Book: our frame, our formulas, our Chinese search."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import init as init_locale
from sphinx.util.i18n import docname_to_domain

from kamlab.course.chapters import SPHINX_LANGUAGES
from kamlab.live import bodies, frame
from kamlab.live.formulas import setup_formulas
from kamlab.live.index_page import setup_index
from kamlab.live.progress import setup_progress
from kamlab.live.search import CourseChinese

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

HERE = Path(__file__).parent


def drop_formulas(app: "Sphinx", doctree: nodes.document) -> None:
    """Keep displayed formulas out of the translators' templates: they are the same in both languages."""
    if app.builder.name == "gettext":
        for formula in list(doctree.findall(nodes.math_block)):
            formula.parent.remove(formula)


def translate_captions(app: "Sphinx", doctree: nodes.document) -> None:
    """Say the parts of the table of contents in the page's language.

    They come from ``_toc.yml`` after Sphinx has translated the page that holds them.
    """
    domain = docname_to_domain(app.env.docname, app.config.gettext_compact)
    folders = [str(Path(app.srcdir) / folder) for folder in app.config.locale_dirs]
    catalogue, found = init_locale(folders, app.config.language, domain)
    for tree in doctree.findall(addnodes.toctree) if found else ():
        if tree["caption"]:
            tree["caption"] = catalogue.gettext(tree["caption"])


def configure(_app: "Sphinx", config: "Config") -> None:
    """Set what belongs to the package rather than to ``_config.yml``."""
    config.templates_path.insert(0, str(HERE / "templates"))
    config.html_static_path.append(str(HERE / "static"))
    config.html_math_renderer = "kamlab"
    config.math_numfig = False  # formulas are numbered page by page, also where the text refers to them
    config.html_use_index = False
    config.html_search_options = {"glossary": str(Path(config.kamlab_book) / "glossary.csv")}


def frame_page(app: "Sphinx", pagename: str, _template: str, context: dict[str, Any],
               doctree: nodes.document | None) -> None:  # fmt: skip
    """Give the page's template what our frame shows, and mend the page's body."""
    lang = _language(app.config.language)
    context.update(frame.context(lang, pagename, _title(app, pagename, lang)))
    context["live"] = frame.live_folder(pagename, app.config.kamlab_live) if _is_live(doctree) else ""
    context["progress"] = 'class="progress"' in context.get("body", "")
    context["css_files"] = [one for one in context["css_files"] if _is_kept(one, frame.STYLES)]
    context["script_files"] = [one for one in context["script_files"] if _is_kept(one, frame.SCRIPTS)]
    page_list = _marked(context["toctree"](maxdepth=1, titles_only=True, includehidden=True))
    context["page_list"] = frame.with_numbers(page_list, pagename)
    context["page_toc"] = context["generate_toc_html"]() if pagename in app.env.titles else ""
    if "body" in context:
        body = bodies.mended(context["body"], context["ui"])
        context["body"] = bodies.with_chinese_marked(body) if lang == "en" else body


def _language(sphinx_language: str) -> str:
    return next(lang for lang, name in SPHINX_LANGUAGES.items() if name == sphinx_language)


def _title(app: "Sphinx", pagename: str, lang: str) -> str:
    if pagename in app.env.titles:
        return app.env.titles[pagename].astext()
    return frame.words(lang).get(pagename, "")


def _is_live(doctree: nodes.document | None) -> bool:
    cells = doctree.findall(nodes.container) if doctree else ()
    return any("tag_live" in cell["classes"] for cell in cells)


def _is_kept(asset: object, names: tuple[str, ...]) -> bool:
    """Whether a page loads ``asset``: one of ``names``, or the widgets' state (which has no file)."""
    filename = getattr(asset, "filename", None) or ""
    kind = getattr(asset, "attributes", {}).get("type", "")
    return Path(str(filename)).name.split("?")[0] in names if filename else "widget-state" in kind


def _marked(page_list: str | None) -> str:
    return (page_list or "").replace('class="current reference internal"', 'aria-current="page"')


def setup(app: "Sphinx") -> dict[str, bool]:
    """Register with Sphinx."""
    # Jupyter Book always passes this setting on; the extension that reads it (comments) is left out.
    app.add_config_value("comments_config", {}, "html")
    app.add_config_value("kamlab_live", "", "html", types=[str])
    app.add_config_value("kamlab_book", str(app.srcdir), "html", types=[str])
    app.add_search_language(CourseChinese)
    app.add_css_file("site.css")
    setup_formulas(app)
    setup_progress(app)
    setup_index(app)
    app.connect("config-inited", configure)
    app.connect("doctree-read", drop_formulas)
    app.connect("doctree-read", translate_captions)
    # After the theme, which adds functions that the frame calls.
    app.connect("html-page-context", frame_page, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
