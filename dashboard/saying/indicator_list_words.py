"""数値目標 says what its list or the chosen indicators come to: the title, the answer, what is listed and in which order."""

from collections.abc import Mapping, Sequence

from dashboard.facts import judged_targets
from dashboard.facts.indicator_view import IndicatorView
from dashboard.facts.series import Series
from dashboard.facts.sums import Sum
from dashboard.frame import filters
from dashboard.saying import due_words, indicator_words, year_words


def title(picked: Sequence[Series], view: IndicatorView, found: Mapping[int, Sum]) -> str:
    """Return the title: the sum of the year, or what is chosen."""
    if len(picked) == 1:
        return picked[0].heading
    if picked:
        return f"選んだ指標{len(picked)}件"
    now = filters.year_label(view.asked_for)
    if view.without_outside and not view.is_due:
        return f"{now}の数値目標（外的要因を除く）"
    return year_words.title(found, view.asked_for, now)


def about(picked: Sequence[Series], view: IndicatorView, found: Mapping[int, Sum]) -> str:
    """Return what qualifies the title."""
    return "" if picked else year_words.about(found.get(view.asked_for), found.get(view.asked_for - 1))


def headline(picked: Sequence[Series], view: IndicatorView) -> str:
    """Return the answer for the chosen indicators, or all: how a year came out, or what is due in one without evaluation."""
    year_ja, asked_ja = (filters.year_label(each, "label_ja") for each in (view.year, view.asked_for))
    if not view.is_due:
        if picked:
            return indicator_words.chosen(picked, view.year, year_ja)
        return year_words.targets(view.every, view.year, year_ja, view.without_outside)
    asked = [each for each in view.waiting if each.series in picked] if picked else view.waiting
    if len(picked) == len(asked) == 1:
        return due_words.answer_one(asked[0], asked_ja, year_ja)
    return due_words.answer(asked, asked_ja, year_ja)


def listed(found: Sequence[Series], view: IndicatorView) -> str:
    """Return what the list holds, in which order, and what it leaves out."""
    hidden = len(view.every) - len(found)
    if not found:
        return f"目標のある指標はありません。目標のない指標が{hidden}件あり、「目標のない指標も表示」で見られます。"
    said = f"{'' if view.with_all else '目標のある'}指標{len(found)}件を、{_sorting(found, view)}に並べています。"
    return said + (
        "目標のないものは後ろです。" if view.with_all else f"目標のない指標が、ほかに{hidden}件あります。" if hidden else ""
    )


def of_one(one: Series, view: IndicatorView) -> str:
    """Return what an indicator has still to reach in a year without evaluation, else what its last evaluated year came to."""
    came_to = indicator_words.came_to(one, view.year, view.label, view.without_outside)
    return next((due_words.line(each, view.label) for each in view.waiting if each.series is one), came_to)


def _sorting(found: Sequence[Series], view: IndicatorView) -> str:
    """Return how the list is sorted: as was asked for, or by number where nothing can be compared with the year before."""
    if view.order == judged_targets.BY_GAP:
        return f"{view.order}（未達の次に、実績の数値がないもの）"
    if view.order == judged_targets.BY_CHANGE and not judged_targets.has_changes(found, view.year):
        lacks = "" if view.year - 1 not in view.labels else "と比べられる実績"
        return f"前年度{lacks}がないため、{judged_targets.BY_NUMBER}"
    return view.order
