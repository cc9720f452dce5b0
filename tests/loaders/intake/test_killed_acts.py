"""Whoever is killed in the middle of an act of people's loses at most that act: all before it stands, and all is whole.

The acts are those of a desk: a plan taken in, its next edition, a correction and its undoing, a next step, an interim result, a
plan removed and put back. After each kill the store is made current and told as a whole: it must be as after the last act that
was told to be done, or as after the next.
"""

import json
import os
import random
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.dying import KILLS, SEED, Dying, moment
from tests.tables import HEADINGS, ROW

# The shipped document would be most of the work.
PROGRAM = """
import json
from datetime import date
from pathlib import Path
import duckdb
import desk.corrections
from desk import notes, revisions
from desk.corrections import PersonsWord
from desk.notes import Interim, Step
from loaders.editions.edition_reading import only, read_editions
from loaders.intake.adding import add
from loaders.parts import say_nothing
from loaders.store.correcting import Correcting
from loaders.store.freshness import ensure_current, stored_fingerprint
import loaders.store.inputs
from loaders.store.inputs import Inputs, fingerprint, library_of

folder = Path(sys.argv[1])
loaders.store.inputs.DOCUMENT, loaders.store.inputs.CORRECTIONS = folder / "table.txt", folder / "none.csv"
store, kept = folder / "data" / "plan.duckdb", folder / "data" / "desk.sqlite"
library = library_of(store)
inputs = Inputs(library.document, library.corrections, library.folder)
named = "防災メールの登録の推進"
# What words are looked for by is made ready once, not in every fork.
read_editions(only(folder / "first.txt", folder / "none.csv"), say_nothing)

def said(item, expected, corrected, place=""):
    return [PersonsWord(1, 1, named, 2017, item, place, expected, corrected, "原文を確かめた")]

def saved(words):
    answer = Correcting().save(store, words, "係", revisions.latest(kept))
    assert "revision" in answer, answer

def noted(note):
    notes.save(kept, [note], "係", revisions.latest(kept))

def last_undone():
    answer = Correcting().undo(store, desk.corrections.history(kept, 1)[0].revision, "係")
    assert "revision" in answer, answer

def taken_in(name, plan="広報計画"):
    add(library, store, (name, (folder / name).read_bytes()), plan=plan)

def removed():
    library.remove(2)
    ensure_current(store, inputs)

def restored():
    library.restore()
    ensure_current(store, inputs)

ACTS = [
    lambda: taken_in("first.txt"),
    lambda: saved(said("target", "10000", "9000", "多様な防災情報 人数")),
    lambda: noted(Step("mark", 1, 1, named, 2017, "見積もりを頼む", "係", date(2027, 1, 31))),
    lambda: taken_in("second.txt"),
    last_undone,
    lambda: noted(Interim(1, 1, named, 2019, "人数", "人", date(2026, 9, 1), 5.0)),
    removed,
    restored,
    removed,
    lambda: taken_in("third.txt", "農業計画"),
]

def state():
    ensure_current(store, inputs)
    assert stored_fingerprint(store) == fingerprint(inputs)
    with duckdb.connect(str(store), read_only=True) as connection:
        names = [t for (t,) in connection.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        counts = {name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in names}
        concluded = connection.execute(
            "select plan_id, number, year, status, reason, is_carried_over from outcome join initiative using (initiative_id) "
            "where outcome.is_corrected or outcome.is_confirmed or year = 2017 order by all"
        ).fetchall()
    return {
        "plans": {plan.plan_id: [edition.document.name for edition in plan.editions] for plan in library.plans()},
        "removed": sorted(str(path.relative_to(library.folder)) for path in (library.folder / ".removed").rglob("*")),
        "counts": counts,
        "concluded": concluded,
        "said": [(one.word.item, one.word.corrected) for one in desk.corrections.in_force(kept)],
        "history": len(desk.corrections.history(kept, 1)),
        "notes": [str(one.note) for kind in (Step, Interim) for one in notes.in_force(kept, kind, 1)],
        "left over": sorted(p.name for p in (folder / "data").iterdir() if ".new" in p.name),
    }

def work(wanted):
    if wanted == "state":
        print(json.dumps(state()), flush=True)
    elif wanted == "acts":
        print(len(ACTS), flush=True)
    else:
        ACTS[int(wanted)]()
        print("done", flush=True)
"""
OTHER = ROW.replace("防災", "広報").replace("メール", "紙").replace("登録", "配布").replace("9,484", "120")


def document(title: str, *rows: str) -> str:
    return "\n".join([title, "", "資料2", "", HEADINGS, *rows, ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name, row in (("table", ROW), ("first", OTHER), ("second", OTHER.replace("10,249人", "10,300人")), ("third", OTHER)):
        title = "第4次情報化計画 進行管理表" if name == "table" else "広報計画 進行管理表"
        (tmp_path / f"{name}.txt").write_text(document(title, row), encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is killed so here")
def test_killed_act_is_done_or_not_and_nothing_else_is_lost(folder: Path) -> None:
    desk = Dying(PROGRAM, folder)
    [acts], _ = desk.finish("acts")
    states, events = [told(desk)], []
    for act in range(int(acts)):
        shutil.copytree(folder / "data", folder / f"before {act}")
        events.append(desk.finish(str(act))[1])
        states.append(told(desk))
    assert all(one != other for one, other in pairwise(states))
    chosen, killed = random.Random(SEED), 0
    for _ in range(KILLS):
        act = chosen.randrange(len(events))
        shutil.rmtree(folder / "data")
        shutil.copytree(folder / f"before {act}", folder / "data")
        at = moment(chosen, events[act])
        said, is_killed = desk.die_at(at, str(act))
        after, killed = told(desk), killed + is_killed
        either = states[act + len(said) : act + 2]
        # Until it is forgotten, what was removed before can be put back.
        assert after in (*either, {**states[act + 1], "removed": states[act]["removed"]}), (act, at, said)
        # What is left is none the worse: whoever does what was not done has all of it.
        if after == states[act]:
            desk.finish(str(act))
            assert by_place(told(desk)) == by_place(states[act + 1]), (act, at)
    desk.end()
    assert killed >= KILLS / 2


def by_place(state: Any) -> Any:
    """Return how everything stands with plans by their places: a number that was noted for a killed act is given to none."""
    places = {int(number): at for at, number in enumerate(sorted(state["plans"], key=int), 1)}
    plans = {places[int(number)]: editions for number, editions in state["plans"].items()}
    return {**state, "plans": plans, "concluded": [[places[number], *rest] for number, *rest in state["concluded"]]}


def told(desk: Dying) -> Any:
    """Return how everything stands once the store is made current."""
    [line], _ = desk.finish("state")
    return json.loads(line)
