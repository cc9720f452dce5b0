"""Next steps and promises with a date as tables, a row each, for reading and saving."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from dashboard.facts.promises import PromiseOutcome
from dashboard.facts.steps import NOBODY, Listed
from dashboard.saying.step_words import came


def steps(found: Iterable[Listed], labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a step, for reading and saving."""
    headings = ["状態", "期限", "次にすること", "だれが", "番号", "実施内容", "担当課", "年度", "書いた人"]
    rows = [
        [
            one.state.label,
            one.step.due.isoformat() if one.step.due else "",
            one.step.what,
            one.step.whose or NOBODY,
            one.step.number,
            one.step.named,
            one.department,
            labels.get(one.step.year, str(one.step.year)),
            one.kept.who,
        ]
        for one in found
    ]
    return pd.DataFrame(rows, columns=headings)


def promises(found: Sequence[PromiseOutcome], labels: Mapping[int, str]) -> pd.DataFrame:
    """Return one row a promise, for reading and saving."""
    headings = ["番号", "実施内容", "担当課", "期限", "約束", "状況", "もとのことば"]
    rows = [
        [one.number, one.activity, one.department, one.due_label_ja, one.what, came(one, labels), one.quote] for one in found
    ]
    return pd.DataFrame(rows, columns=headings)
