"""A book of two pages in two languages, to build in seconds."""

import shutil
from pathlib import Path

from kamlab.live.bundle import Bundle

ROOT = Path(__file__).parents[2]
TOC = "format: jb-book\nroot: intro\nparts:\n  - caption: The course\n    chapters:\n      - file: u01\n"
INTRO = """# Welcome

We read about retention. See {doc}`u01`.

<b class="bold">Bold</b>

```{math}
:label: eq-one
1 = 1
```
"""
CHAPTER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# Customers

(worth)=
## What a customer is worth

A key account is not only large: profit counts. It is called 大客户 in Chinese.

$$ V = m \\frac{r}{1 + d - r} $$

```{math}
:label: eq-margin
m = p - c
```

The margin {eq}`eq-margin` is yearly.

| Account | Profit |
|---|---|
| Nordlys | 12 |

```{code-cell} python
:tags: [live]
import os
print("book", os.environ["KAMLAB_BOOK"], "in", os.environ["KAMLAB_LANG"])
```
"""
CHINESE = {
    "The course": "课程",
    "Customers": "顾客",
    "What a customer is worth": "顾客的价值",
    "A key account is not only large: profit counts. It is called 大客户 in Chinese.": (
        "大客户营销管理看重利润率。"
    ),
    "Welcome": "欢迎",
    "We read about retention. See {doc}`u01`.": "本课讲维系顾客。见 {doc}`u01`。",
    "Account": "客户",
    "Profit": "利润",
}
GLOSSARY = "en,zh,concept\nKey account,大客户,C01\nCustomer retention,维系顾客,C49\n"


def make(root: Path) -> Path:
    """Write the book's sources below ``root`` and return ``root``."""
    (root / "book").mkdir(parents=True)
    for name in ("_config.yml", "requirements.lock", "package-lock.json", "package.json"):
        shutil.copyfile(ROOT / name, root / name)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / "_toc.yml").write_text(TOC, encoding="utf-8")
    files = {"intro.md": INTRO, "u01.md": CHAPTER, "glossary.csv": GLOSSARY, "references.bib": ""}
    for name, content in files.items():
        (root / "book" / name).write_text(content, encoding="utf-8")
    (root / "book" / "notes.md").write_text("# The secret answer is 4711\n", encoding="utf-8")
    return root


def fake_bundle(out: Path) -> Bundle:
    """A page loader that is not one: enough for pages to point at."""
    folder = out / "0123456789ab"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("page.js", "page.css"):
        (folder / name).write_text("", encoding="utf-8")
    return Bundle(folder.name, folder)
