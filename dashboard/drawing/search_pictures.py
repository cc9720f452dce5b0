"""Hits are counted by year, by form of the word and by section, as bars from zero; a bar narrows to its hits, and back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.drawing import picture
from dashboard.drawing.picture import said
from dashboard.facts import hits
from dashboard.facts.hits import Hit

PAGE: Final = "search"
YEAR, FORM, SECTION = "find_year", "find_form", "department"
SETS: Final = (YEAR, FORM, SECTION)
MOST_BARS: Final = 8


def counted(
    every: Sequence[Hit], labels: Sequence[str], chosen: Mapping[str, Sequence[str]], address: Mapping[str, str]
) -> str:
    """Return the bars of all hits of a search; `chosen` is what each key narrows to now, `address` what a link keeps."""
    years = Counter(hit.year for hit in every)
    forms = Counter(form for hit in every for form in hit.forms)
    sections = Counter(hit.department for hit in every)
    parts = [("年度", YEAR, [(label, years[label]) for label in (*labels, hits.NO_YEAR)])]
    parts += [("ことばの形", FORM, _most(forms))] if len(forms) > 1 else []
    parts += [("担当課", SECTION, _most(sections))]
    columns = "".join(_column(name, key, rows, chosen.get(key, ()), address) for name, key, rows in parts)
    return f'<div class="facets">{columns}</div>'


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_BARS]


def _column(name: str, key: str, rows: Iterable[tuple[str, int]], chosen: Sequence[str], address: Mapping[str, str]) -> str:
    shown = list(rows)
    most = max((count for _, count in shown), default=0) or 1
    bars = "".join(_bar(label, count, most, key, chosen, address) for label, count in shown)
    return f'<section><h3>{said(name)} <small class="quiet">か所</small></h3><div class="rows reasons">{bars}</div></section>'


def _bar(label: str, count: int, most: int, key: str, chosen: Sequence[str], address: Mapping[str, str]) -> str:
    fill = "unmet" if label in chosen else "met"
    width = f'<i class="fill" style="width:{100 * count / most:.0f}%;--fill:var(--{fill})"></i>'
    row = f'<span class="name">{said(label)}</span><span class="track">{width}</span><span class="num">{count:,}</span>'
    if not count:
        return f'<div class="row">{row}</div>'
    wish = [one for one in chosen if one != label] if label in chosen else [*chosen, label]
    kind = "row chosen" if label in chosen else "row"
    return picture.to_filter(row, PAGE, key, wish, kind=kind, own=address)
