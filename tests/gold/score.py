"""How well a store reads the initiatives that a careful person has labelled: one figure for each step of the reading.

    python -m tests.gold.score [STORE] [--misses N]

Without STORE the shipped document is loaded afresh, and the tables of other cities in others/, latest/ and unseen/ after it.

  moves       printed cells whose words belong elsewhere       F1 over (number, printed place, true place)
  tagged      quantities behind a 【…】 label                    F1 over (number, printed place, role, value, unit)
  quantities  all quantities, prose included                   F1 over the same
  pairs       (number, year, target, result, unit), both known F1
  series      the same with either known                       F1
  status      share of (initiative, year) with a right status
  unmet       F1 of the status unmet alone, the one managers look for
  carried     F1 of is_carried_over
  reason      share of the labelled reasons that were found; its precision counts those given where a label says that none is
  text        share of the initiatives whose cells hold every character of the source, in any order

and how honest the reading is about itself, of the years' outcomes and of the indicators' years:

  silent          share that is wrong and not marked as doubtful
  doubts          share that is marked as doubtful, with how many of the wrong ones are among them (recall)
  silent figures  the same of targets and results: what was read and is not labelled, or labelled and not read
  figure doubts   the same

README.md beside this file says what a label holds. What two careful readers would see differently counts neither way.
"""

import argparse
import json
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

LABELS = Path(__file__).with_name("dev.jsonl")
SECOND_LABELS = Path(__file__).with_name("rest.jsonl")
OTHERS = Path(__file__).parent / "others"
LATEST = Path(__file__).parent / "latest"
UNSEEN = Path(__file__).parent / "unseen"
# How README calls the rows of its table that stand for several tables.
OTHERS_ROW = "other cities' tables, worst to best"
LATEST_ROW = "tables learnt from last, worst to best"
UNSEEN_ROW = "tables never learnt from, worst to best"
YEARS = {year: f"H{year - 1988}" for year in range(1989, 2019)} | {year: f"R{year - 2018}" for year in range(2019, 2060)}
SAME_UNIT = {
    "ヶ所": "箇所",
    "ケ所": "箇所",
    "カ所": "箇所",
    "か所": "箇所",
    "個所": "箇所",
    "名": "人",
    "手続": "手続き",
    "パーセント": "%",
}
MULTIPLES = {"千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "億": 1e8}
SECONDS = {"秒": 1.0, "分": 60.0, "時間": 3600.0}
# Of these less is better.
DOUBTS = ("silent", "doubts", "silent figures", "figure doubts")
Key = tuple[Hashable, ...]
Label = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """A step's figure, and what was missed or read too much. Precision and recall are None for a share."""

    value: float
    missed: list[Key]
    surplus: list[Key]
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True)
class Read:
    """What a store says of the labelled initiatives, as tuples that begin with the initiative's number."""

    cells: list[Key]
    quantities: list[Key]
    years: list[Key]
    outcomes: list[Key]
    doubtful_years: set[Key]
    doubtful_outcomes: set[Key]


def place(kind: str, year: int | None) -> str:
    """Return the labels' name of a place: base, H29_plan, R2_result."""
    return "base" if kind == "baseline_goal" or year is None else f"{YEARS.get(year, year)}_{kind}"


def same_unit(text: str | None) -> str:
    """Return a unit with its spellings made one: 名 is 人, カ所 is 箇所, /年 is dropped."""
    text = re.sub(r"/(年|月|週|日|2か月|四半期|半期)$", "", unicodedata.normalize("NFKC", text or "").strip())
    return SAME_UNIT.get(text, text)


def number(value: float | None) -> float | None:
    """Return a value that compares equal over rounding."""
    return None if value is None else round(float(value), 6)


def amount(values: Iterable[float | None], unit: str | None) -> Key:
    """Return values and their unit as every writing of one amount has them: 32,000万円 and 3.2億円 are 320,000,000円."""
    known = same_unit(unit)
    multiple = re.fullmatch(r"(十万|百万|千万|千|万|億)(.+)", known)
    factor, base = (MULTIPLES[multiple[1]], same_unit(multiple[2])) if multiple else (SECONDS.get(known, 1.0), known)
    base = "秒" if known in SECONDS else base
    return (*(None if value is None else number(value * factor) for value in values), base)


def f1(found: Iterable[Key], wanted: Iterable[Key], optional: Iterable[Key] = ()) -> Figure:
    """Hold two multisets against each other; what is found of `optional` is left out. Nothing found of nothing is right."""
    read, labelled = Counter(found), Counter(wanted)
    missed, surplus = labelled - read, read - labelled - Counter(optional)
    if not missed and not surplus:
        return Figure(1.0, [], [], 1.0, 1.0)
    hits = (read & labelled).total()
    precision = hits / max(hits + surplus.total(), 1)
    recall = hits / max(labelled.total(), 1)
    value = 2 * precision * recall / max(precision + recall, 1e-9)
    return Figure(value, list(missed.elements()), list(surplus.elements()), precision, recall)


def share(wrong: list[Key], of: int) -> Figure:
    """Return the share that is right, with what is wrong as the misses."""
    return Figure(1 - len(wrong) / max(of, 1), wrong, [])


def read_store(path: Path, numbers: set[int], plan: int = 1) -> Read:
    """Return what the store at `path` says of a plan's initiatives with these numbers."""
    with duckdb.connect(str(path), read_only=True) as store:

        def ask(columns: str, tables: str) -> list[Key]:
            initiatives = f"(from initiative where plan_id = {plan})"
            rows = store.execute(f"select i.number, {columns} from {tables} join {initiatives} i using (initiative_id)")
            return [row for row in rows.fetchall() if row[0] in numbers]

        # A length of time is told to two decimals of its larger unit (5.83分); what it is, its seconds say.
        target, result, unit, amount = (
            f"case when {of}.base_unit = '秒' then {base} else {told} end"
            for of, base, told in (
                ("d", "y.base_target", "y.target"),
                ("d", "y.base_result", "y.result"),
                ("d", "'秒'", "d.unit"),
                ("q", "q.base_value", "q.value"),
            )
        )
        counted = "case when q.base_unit = '秒' then '秒' else q.unit end"
        entries = ask(
            f"y.year, {target}, {result}, {unit}, y.is_doubtful", "indicator_year y join indicator d using (indicator_id)"
        )
        judged = ask("o.year, o.status, o.is_carried_over, o.reason, o.is_doubtful", "outcome o")
        return Read(
            ask("c.printed_kind, c.printed_year, c.kind, c.year, c.text", "(from cell where trim(text) <> '') c"),
            ask(f"q.printed_kind, q.printed_year, q.role, {amount}, {counted}, q.is_tagged", "quantity q"),
            [row[:-1] for row in entries],
            [row[:-1] for row in judged],
            {year_key(*row[:-1]) for row in entries if row[-1]},
            {(row[0], YEARS[row[1]]) for row in judged if row[-1]},
        )


def year_key(no: Any, year: Any, target: Any, result: Any, unit: Any) -> Key:
    """Return what an indicator's year says, as read and label are compared by."""
    return no, YEARS.get(year, year), *amount((target, result), unit)


def score_moves(read: Read, labels: list[Label]) -> Figure:
    """Hold the moved cells against the labels; rows that could be seen otherwise are left out."""
    scored = {row["number"]: row for row in labels if row["moves_scored"]}
    places = [(no, place(kind, year), place(true_kind, true_year)) for no, kind, year, true_kind, true_year, _ in read.cells]
    found = {(no, printed, true) for no, printed, true in places if no in scored and printed != true}
    wanted, optional = (
        [(no, move["from"], move["to"]) for no, row in scored.items() for move in row.get(name, [])]
        for name in ("moves", "moves_optional")
    )
    return f1(found, wanted, optional)


def score_quantities(read: Read, labels: list[Label], *, only_tagged: bool) -> Figure:
    """Hold the quantities against the labels; changes are not labelled."""

    def key(no: Any, printed: str, role: str, value: float, unit: str | None) -> Key:
        goal = printed == "base" and role in ("target", "final_goal", "goal")
        return no, printed, "goal" if goal else role, *amount((value,), unit)

    found = [
        key(no, place(kind, year), role, value, unit)
        for no, kind, year, role, value, unit, tagged in read.quantities
        if role != "change" and (tagged or not only_tagged)
    ]
    labelled = [
        (bool(q["optional"]), key(row["number"], q["printed"], q["role"], q["value"], q["unit"]))
        for row in labels
        for q in row["quantities"]
        if q["role"] != "change" and (q["tagged"] or not only_tagged)
    ]
    return f1(found, [k for optional, k in labelled if not optional], [k for optional, k in labelled if optional])


def series_keys(read: Read, labels: list[Label], *, both: bool = False) -> tuple[list[Key], list[Key], list[Key]]:
    """Return the indicators' years that were read, those labelled and those that count neither way; skipped units left out."""
    skip = {(row["number"], year, *amount((), unit)) for row in labels for year, unit in row["series_skip"]}

    def kept(rows: Iterable[Key]) -> list[Key]:
        return [r for r in rows if (r[0], r[1], r[4]) not in skip and not (both and None in r[2:4])]

    labelled = [
        (bool(s.get("optional")), year_key(row["number"], s["year"], s["target"], s["result"], s["unit"]))
        for row in labels
        for s in row["series"]
    ]
    found = [year_key(*row) for row in read.years if row[2:4] != (None, None)]
    wanted, optional = ([key for is_optional, key in labelled if is_optional is which] for which in (False, True))
    return kept(found), kept(wanted), kept(optional)


def score_series(read: Read, labels: list[Label], *, both: bool) -> Figure:
    """Hold the years of the indicators against the labels; `both` keeps those with target and result known."""
    return f1(*series_keys(read, labels, both=both))


def score_silence(wrong: list[Key], silent: list[Key], doubtful: int, of: int) -> tuple[Figure, Figure]:
    """Return the share that is wrong without a sign of doubt, and the share that is doubtful.

    Recall of the doubts is the share of the wrong ones that they hold, precision the share of them that are wrong.
    """
    held = len(wrong) - len(silent)
    recall, precision = held / len(wrong) if wrong else 1.0, held / doubtful if doubtful else 1.0
    return Figure(len(silent) / max(of, 1), silent, []), Figure(doubtful / max(of, 1), [], [], precision, recall)


def score_figure_doubts(read: Read, labels: list[Label]) -> dict[str, Figure]:
    """Hold the doubts on targets and results against what is wrong: read and not labelled, or labelled and not read."""
    found, wanted, optional = series_keys(read, labels)
    series = f1(found, wanted, optional)
    misread = Counter(key[:2] for key in series.surplus)
    unread = []
    for key in series.missed:
        # What was read otherwise than labelled counts once, as what was read.
        if misread[key[:2]] > 0:
            misread[key[:2]] -= 1
        else:
            unread.append(key)
    doubtful = [key for key in found if key in read.doubtful_years]
    years = {key[:2] for key in doubtful}
    silent = [key for key in series.surplus if key not in read.doubtful_years] + [key for key in unread if key[:2] not in years]
    figures = score_silence([*series.surplus, *unread], silent, len(doubtful), len(found) + len(unread))
    return dict(zip(("silent figures", "figure doubts"), figures, strict=True))


def score_outcomes(read: Read, labels: list[Label]) -> dict[str, Figure]:
    """Hold the judged years against the labels: status, unmet alone, carried over, reason."""
    read_as = {(no, YEARS.get(year, year)): (status, carried, reason) for no, year, status, carried, reason in read.outcomes}
    said = {(row["number"], year): outcome for row in labels for year, outcome in row["outcomes"].items()}
    got = {key: read_as.get(key, (None, False, None)) for key in said}
    wrong = [
        (*key, "/".join(o["accepted"]), got[key][0], o.get("evidence"))
        for key, o in said.items()
        if got[key][0] not in o["accepted"]
    ]
    silent = [key for key in wrong if key[:2] not in read.doubtful_outcomes]
    silence, doubts = score_silence(wrong, silent, len(said.keys() & read.doubtful_outcomes), len(said))
    return {
        "status": share(wrong, len(said)),
        "unmet": f1(
            [key for key in said if got[key][0] == "unmet"],
            [key for key, o in said.items() if o["accepted"] == ["unmet"]],
            [key for key, o in said.items() if "unmet" in o["accepted"]],
        ),
        "carried": f1(
            [key for key in said if got[key][1]],
            [key for key, o in said.items() if o["carried"] is True],
            [key for key, o in said.items() if o["carried"] is None],
        ),
        "reason": score_reasons({key: (o["reason"], got[key][2]) for key, o in said.items() if o.get("reason") is not None}),
        "silent": silence,
        "doubts": doubts,
    }


def score_reasons(reasons: dict[Key, tuple[list[str], str | None]]) -> Figure:
    """Return the share of the labelled reasons that were found; what was given where a label says [] lowers the precision."""
    told = {key: pair for key, pair in reasons.items() if pair[0]}
    missed = [(*key, "/".join(accepted), read) for key, (accepted, read) in told.items() if read not in accepted]
    given = [(*key, read) for key, (accepted, read) in reasons.items() if read is not None]
    surplus = [key for key in given if key[-1] not in reasons[key[:-1]][0]]
    recall = 1 - len(missed) / max(len(told), 1)
    return Figure(recall, missed, surplus, 1 - len(surplus) / max(len(given), 1), recall)


def score_text(read: Read, labels: list[Label]) -> Figure:
    """Return the share of initiatives of which no character was lost or added."""

    def squeeze(text: str) -> Counter[str]:
        return Counter(re.sub(r"\s", "", text))

    held: dict[Any, str] = defaultdict(str)
    for row in read.cells:
        held[row[0]] += str(row[-1])
    return share([(row["number"],) for row in labels if squeeze(row["text"]) != squeeze(held[row["number"]])], len(labels))


def load_labels(path: Path = LABELS) -> list[Label]:
    """Return the labelled initiatives, one dict each, as README.md describes them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(store: Path, labels: list[Label], plan: int = 1) -> dict[str, Figure]:
    """Return every figure of a plan in a store by name."""
    read = read_store(store, {row["number"] for row in labels}, plan)
    return {
        "moves": score_moves(read, labels),
        "tagged": score_quantities(read, labels, only_tagged=True),
        "quantities": score_quantities(read, labels, only_tagged=False),
        "pairs": score_series(read, labels, both=True),
        "series": score_series(read, labels, both=False),
        **score_outcomes(read, labels),
        **score_figure_doubts(read, labels),
        "text": score_text(read, labels),
    }


def report(figures: dict[str, Figure], misses: int) -> str:
    """Return the figures as lines, with up to `misses` of what was missed or read too much under each."""
    lines = []
    for name, figure in figures.items():
        detail = "" if figure.precision is None else f"   precision {figure.precision:.3f}  recall {figure.recall:.3f}"
        lines.append(f"{name:14s} {figure.value:.3f}{detail}   missed {len(figure.missed)}  surplus {len(figure.surplus)}")
        lines += [f"    {title}: {key}" for title in ("missed", "surplus") for key in getattr(figure, title)[:misses]]
    return "\n".join(lines)


SUMMARY = ("moves", "quantities", "pairs", "series", "status", "unmet", "carried", "reason", *DOUBTS)


def summary(name: str, tables: list[dict[str, Figure]]) -> str:
    """Return a row of README's table: each figure of one set of labelled rows, or its worst and best of several."""

    def cell(figure: str) -> str:
        values = [tables_figures[figure].value for tables_figures in tables]
        worst, best = (max(values), min(values)) if figure in DOUBTS else (min(values), max(values))
        return f"{worst:.3f}" if len(values) == 1 else f"{worst:.3f}–{best:.3f}"

    return f"| {name} | {' | '.join(map(cell, SUMMARY))} |"


def main() -> None:
    """Print the figures of a store, or of the shipped document and the other cities' tables loaded afresh."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", nargs="?", type=Path)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses and surpluses of each figure")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = args.store or load_shipped_document(Path(folder) / "plan.duckdb")
        rows = []
        for path in (LABELS, SECOND_LABELS):
            labels = load_labels(path)
            figures = score(store, labels)
            print(f"{path.name}: {len(labels)} initiatives\n{report(figures, args.misses)}")
            rows.append(summary(f"{len(labels)} of this document ({path.stem})", [figures]))
        several = ((OTHERS_ROW, other_tables()), (LATEST_ROW, latest_tables()), (UNSEEN_ROW, unseen_tables()))
        for row, tables in several if args.store is None else ():
            found = []
            for table in tables:
                labels = load_labels(table.with_suffix(".jsonl"))
                found.append(score(load_table(table, Path(folder) / "other.duckdb"), labels))
                # What is missed in a table that is never learnt from is not looked at.
                misses = 0 if table.parent == UNSEEN else args.misses
                print(f"\n{table.name}: {len(labels)} initiatives\n{report(found[-1], misses)}")
            rows.append(summary(f"{len(found)} {row}", found))
        print("\nas in README:", *rows, sep="\n")


def other_tables() -> list[Path]:
    """Return the tables of other cities that have labels and were learnt from."""
    return sorted(OTHERS.glob("*.txt"))


def latest_tables() -> list[Path]:
    """Return the tables of other cities that have labels, were learnt from last and are not yet read as well as the others."""
    return sorted(LATEST.glob("*.txt"))


def unseen_tables() -> list[Path]:
    """Return the tables of other cities that have labels and are only ever measured."""
    return sorted(UNSEEN.glob("*.txt"))


def load_shipped_document(store: Path) -> Path:
    """Load the shipped document into a new store at `store`, and return its path."""
    from loaders.__main__ import main as load

    load(["--quiet", "--store", str(store)])
    return store


def load_table(document: Path, store: Path) -> Path:
    """Load another document into a new store at `store`, without corrections, and return its path."""
    from loaders.store.building import load as load_inputs
    from loaders.store.inputs import Inputs

    load_inputs(store, Inputs(document=document, corrections=store.with_name("no corrections")), lambda _share, _step: None)
    return store


def load_tables(documents: Sequence[Path], store: Path) -> Path:
    """Load documents into a new store at `store`, each as a plan, numbered from 1 in their order; return its path.

    To lay out a store for each would take as long as to read its document.
    """
    from loaders.bands import Bands
    from loaders.store.inputs import Inputs
    from loaders.store.plan_rows import Job, read
    from loaders.store.rows import shared_rows
    from loaders.store.writing import built_now, write_rows

    shared = shared_rows(Bands(), fingerprint="", built_at=built_now(), duckdb_version=duckdb.__version__)
    [build] = shared["build"]
    files = [Inputs(document, store.with_name("no corrections")).plans()[0] for document in documents]
    plans = ((number, read(Job(one, (), "", Bands(), build))) for number, one in enumerate(files, 1))
    write_rows(((number, replace(plan, rows=shared | plan.rows)) for number, plan in plans), store, fingerprint="")
    return store


if __name__ == "__main__":
    main()
