"""Words that would be something else than words to Markdown, HTML, Streamlit or Plotly, and a plan that is full of them."""

import csv
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final

import duckdb

from loaders.corrections.form import COLUMNS
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs
from tests.tables import HEADINGS

ELSEWHERE: Final = "evil.example"
# One line each, so that they may stand in a cell of a table, and without a digit: a number in it would be quoted in part.
WORDS: Final = (
    f"![x](http://{ELSEWHERE}/p.png)",
    f"[x](http://{ELSEWHERE}/) と [x]: http://{ELSEWHERE}/",
    f"<img src=http://{ELSEWHERE}/i.png> <b>太</b><script>alert(1)</script>",
    "&lt;b&gt; &copy; &amp; x&y",
    ":material/home: :streamlit: :tada: :heart: :red[赤] :small[s]",
    "$$x^n$$ と $y$",
    f"http://{ELSEWHERE}/a と www.{ELSEWHERE} と a@{ELSEWHERE} と <http://{ELSEWHERE}/auto>",
    "**太** __太__ ~~消~~ `code` _i_ *i* a*b*c",
    r"\*x\* \\ \[y\]",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "| a | b | [^a] [ ] [x]",
    "会場:本庁舎 A:B:C",
    "```python ~~~ ::note[x] #tag",
)
# What is something else only where it begins a line, or takes several.
BEGINNINGS: Final = (
    *("10:30～11:30", "&#65;", ":+1:", "$x^2$", "5*3*2", "[^1]"),
    *("1. 一つ目", "12) 二", "- 項目", "+ 項目", "* 項目", "# 見出し", "> 引用", "```", "~~~", "---", "==="),
    *("-> 先頭", "- [ ] 済", "本文\n---", "本文\n===", "a | b\n--|--\n1 | 2", "```python\ncode\n```"),
    *(":::note\nx\n:::", "    字下げ", "\t字下げ", "1-①-ア. 発信", "data:text/html,x", "HTTP://EVIL.EXAMPLE/"),
    *("WWW.EVIL.EXAMPLE", "a@b.c", "<!-- c -->", "&nbsp;x", "[x]: http://evil.example/"),
)
ROWS: Final = 6


@dataclass(frozen=True)
class HostilePlan:
    """A store and what its words are: each stands on the screen as 〔name：words〕."""

    store: Path
    said: dict[str, str]

    @property
    def department(self) -> str:
        """A section of the plan, as an address names it."""
        with duckdb.connect(str(self.store), read_only=True) as connection:
            [(name,)] = connection.execute("select department from initiative order by initiative_id limit 1").fetchall()
        return str(name)


class _Pen:
    """Writes hostile words, each with a name of its own by which it is known on the screen."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}
        self._words = cycle(WORDS)

    def write(self, without: str = "") -> str:
        words = next(each for each in self._words if not set(each) & set(without))
        name = "".join(chr(ord("a") + part) for part in divmod(len(self.said), 26))
        self.said[name] = words
        return f"〔{name}：{words}〕"


def hostile_plan(folder: Path) -> HostilePlan:
    """Load a plan whose every word is hostile, a correction included."""
    pen, inputs, store = _Pen(), Inputs(folder / "table.txt", folder / "corrections.csv"), folder / "plan.duckdb"
    lines = [pen.write(), HEADINGS, *(_row(pen, number) for number in range(1, ROWS + 1)), ""]
    inputs.document.write_text("\n".join(lines), encoding="utf-8")
    stated = {"plan": ("title", "body"), "document": ("origin", "licence")}
    sidecar = [line for part, names in stated.items() for line in (f"[{part}]", *(f"{n} = '{pen.write()}'" for n in names))]
    inputs.document.with_suffix(".toml").write_text("\n".join(sidecar), encoding="utf-8")
    ensure_current(store, inputs)
    _correct(store, inputs.corrections, pen)
    ensure_current(store, inputs)
    return HostilePlan(store, pen.said)


def _row(pen: _Pen, number: int) -> str:
    met, target = 8 + number % 3, 10
    return "\t".join(
        [
            *(str(number), f"1-①-{'アイウ'[number % 3]}. {pen.write()}", "○", f"{pen.write(without='()<')}課", pen.write()),
            f"【現状】5回 {pen.write()}",
            f"【目標】{target}回 {pen.write()}",
            f"【結果/目標】{met}/{target}回 {pen.write()}",
            f"【目標】{target}回 {pen.write()}",
            f"未実施。{pen.write()}" if number % 2 else f"【結果/目標】{target}/{target}回 {pen.write()}",
            f"【目標】{target}回 {pen.write()}",
        ]
    )


def _correct(store: Path, corrections: Path, pen: _Pen) -> None:
    with duckdb.connect(str(store), read_only=True) as connection:
        [(number, year, status)] = connection.execute(
            "select initiative_id, year, status from outcome where status = 'met' order by all limit 1"
        ).fetchall()
    with corrections.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [COLUMNS, (number, year, "status", "", status, "closed", pen.write(), pen.write(), "2026-11-24")]
        )
