"""Hits are counted as bars from zero; a bar narrows to its hits, and back. Before a search, bars of words lead to theirs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import hits
from dashboard.facts.hits import Hit
from dashboard.text import words
from dashboard.text.records import Record

PAGE: Final = "search"
FIND, YEAR, FORM, SECTION = "find", "find_year", "find_form", "department"
SETS: Final = (YEAR, FORM, SECTION)
MOST_BARS: Final = 8


def counted(
    every: Sequence[Hit], labels: Sequence[str], chosen: Mapping[str, Sequence[str]], address: Mapping[str, str]
) -> str:
    """Return the bars of all hits of a search; `chosen` is what each key narrows to now, `address` what a link keeps."""
    years = Counter(hit.year for hit in every)
    forms = Counter(form for hit in every for form in hit.forms)
    sections = Counter(hit.department for hit in every if words.section(hit.department))
    parts = [("年度", YEAR, [(label, years[label]) for label in (*labels, hits.NO_YEAR)])]
    parts += [("ことばの形", FORM, _most(forms))] if len(forms) > 1 else []
    parts += [("担当課", SECTION, _most(sections))] if sections else []
    columns = "".join(_narrowing(name, key, rows, chosen.get(key, ()), address) for name, key, rows in parts)
    return f'<div class="facets">{columns}</div>'


def suggested(frequent: Iterable[Record]) -> str:
    """Return the words of the frame `search_suggestions` as bars of the places that say them; a bar searches for its word."""
    by_source: dict[str, list[Record]] = {}
    for one in frequent:
        by_source.setdefault(str(one["source"]), []).append(one)
    columns = ""
    for source, its in by_source.items():
        most = max(int(one["places"]) for one in its)
        rows = [(str(one["word"]), int(one["places"])) for one in its]
        bars = (
            picture.to_filter(_row(word, places, most, heard="を探す"), PAGE, FIND, word, kind="row") for word, places in rows
        )
        columns += _column(hits.SOURCES[source], "".join(bars))
    return f'<div class="facets">{columns}</div>'


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_BARS]


def _narrowing(name: str, key: str, rows: Iterable[tuple[str, int]], chosen: Sequence[str], address: Mapping[str, str]) -> str:
    shown = list(rows)
    most = max((count for _, count in shown), default=0) or 1
    return _column(name, "".join(_choice(label, count, most, key, chosen, address) for label, count in shown))


def _column(name: str, bars: str) -> str:
    return f'<section><h3>{said(name)} <small class="quiet">か所</small></h3><div class="rows reasons">{bars}</div></section>'


def _choice(label: str, count: int, most: int, key: str, chosen: Sequence[str], address: Mapping[str, str]) -> str:
    is_chosen = label in chosen
    row = _row(label, count, most, "unmet" if is_chosen else "met")
    if not count:
        return f'<div class="row">{row}</div>'
    wish = [one for one in chosen if one != label] if is_chosen else [*chosen, label]
    return picture.to_filter(row, PAGE, key, wish, kind="row chosen" if is_chosen else "row", own=address)


def _row(label: str, count: int, most: int, fill: str = "met", *, heard: str = "") -> str:
    """Return a bar with its label and count; `heard` is what a press does, for those who hear it."""
    bar = f'<i class="fill" style="width:{100 * count / most:.0f}%;--fill:var(--{fill})"></i>'
    spoken = f'<span class="heard">{said(heard)}</span>' if heard else ""
    return f'<span class="name">{said(label)}{spoken}</span><span class="track">{bar}</span><span class="num">{count:,}</span>'
