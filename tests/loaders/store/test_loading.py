"""However many visitors ask, there is one load; what failed is not begun again until something has changed."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.store import loading
from loaders.store.freshness import is_current
from loaders.store.inputs import Inputs
from loaders.store.loading import Loads, LoadState, Phase
from tests.tables import HEADINGS

# Loads that stand in for the real one, told as a program each.
DONE = "import json; print(json.dumps({'done': True, 'trouble': %r, 'is_lasting': %r}))"
HANG = 'import sys, time; print(\'{"share": 0.4, "step": "読み取り"}\', flush=True); time.sleep(60)'
KILLED = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


def finished(loads: Loads, store: Path) -> LoadState:
    """Wait for the load to end; a busy machine has a minute for it."""
    give_up = time.monotonic() + 60
    while (state := loads.state(store)).phase is Phase.LOADING:
        assert time.monotonic() < give_up
        loads.wait(1.0)
    return state


def standing_in(inputs: Inputs, program: str) -> Loads:
    return Loads(inputs, (sys.executable, "-c", program))


def test_store_is_loaded_in_a_process_of_its_own_and_once_for_all(inputs: Inputs, tmp_path: Path) -> None:
    store, loads = tmp_path / "plan.duckdb", Loads(inputs)
    visitors = [threading.Thread(target=loads.state, args=(store,)) for _ in range(7)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert finished(loads, store).phase is Phase.CURRENT
    assert is_current(store, inputs)
    assert loads.begun == 1


def test_asking_never_waits_for_a_load(inputs: Inputs, tmp_path: Path) -> None:
    loads = standing_in(inputs, HANG.replace("60", "3"))
    began = time.monotonic()
    states = [loads.state(tmp_path / "plan.duckdb") for _ in range(50)]
    assert time.monotonic() - began < 3
    assert {state.phase for state in states} == {Phase.LOADING}
    while loads.state(tmp_path / "plan.duckdb").share == 0:
        loads.wait(1.0)
    assert (loads.state(tmp_path / "plan.duckdb").share, loads.begun) == (0.4, 1)


def refused(inputs: Inputs) -> None:
    inputs.document.write_text("番号,氏名\n1,山田\n", encoding="utf-8")


def test_document_that_failed_is_not_tried_again_until_it_changes(inputs: Inputs, tmp_path: Path) -> None:
    store, loads, whole = tmp_path / "plan.duckdb", Loads(inputs), inputs.document.read_bytes()
    refused(inputs)
    state = finished(loads, store)
    assert state.phase is Phase.FAILED
    assert "見つかりません" in state.trouble
    assert [loads.state(store) for _ in range(7)] == [state] * 7
    assert loads.begun == 1
    inputs.document.write_bytes(whole)
    assert finished(loads, store).phase is Phase.CURRENT


def test_person_may_ask_again(inputs: Inputs, tmp_path: Path) -> None:
    store, loads = tmp_path / "plan.duckdb", standing_in(inputs, DONE % ("直してください。", True))
    finished(loads, store)
    assert loads.state(store, again=True).phase is Phase.LOADING
    finished(loads, store)
    assert loads.begun == 2


@pytest.mark.parametrize(("is_lasting", "times"), [(True, 1), (False, 2)])
def test_trouble_of_the_place_is_tried_again_after_a_while(
    is_lasting: bool, times: int, inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "RETRY_SECONDS", -1.0)
    loads = standing_in(inputs, DONE % ("空きが足りません。", is_lasting))
    loads.state(tmp_path / "plan.duckdb")
    while loads.begun == 1 and loads.state(tmp_path / "plan.duckdb").phase is Phase.LOADING:
        loads.wait(1.0)
    assert loads.begun == times


@pytest.mark.parametrize(
    ("program", "said"),
    [(KILLED, "止められました"), ("print('{')", "不具合"), ("", "止められました"), (DONE % ("", False), "不具合")],
)
def test_load_that_is_killed_or_lies_is_told_and_not_repeated(program: str, said: str, inputs: Inputs, tmp_path: Path) -> None:
    loads = standing_in(inputs, program)
    state = finished(loads, tmp_path / "plan.duckdb")
    assert (state.phase, said in state.trouble) == (Phase.FAILED, True)
    assert loads.state(tmp_path / "plan.duckdb") == state
    assert loads.begun == 1


def test_load_that_says_nothing_for_too_long_is_ended(inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "PATIENCE_SECONDS", 0.3)
    began = time.monotonic()
    assert "止められました" in finished(standing_in(inputs, HANG), tmp_path / "plan.duckdb").trouble
    assert time.monotonic() - began < 50


def test_program_that_was_updated_since_the_server_started_loads_nothing(
    capsys: pytest.CaptureFixture[str], inputs: Inputs, tmp_path: Path
) -> None:
    given = (tmp_path / "plan.duckdb", inputs.document, inputs.corrections, "", "older")
    assert loading.main([str(one) for one in given]) == 0
    assert "起動し直して" in capsys.readouterr().out.encode().decode("unicode_escape")
    assert not (tmp_path / "plan.duckdb").exists()


@pytest.mark.parametrize("break_it", [refused, lambda inputs: inputs.document.unlink()])
def test_trouble_of_the_input_is_told_to_the_visitors(
    break_it: Callable[[Inputs], None], inputs: Inputs, tmp_path: Path
) -> None:
    break_it(inputs)
    assert finished(Loads(inputs), tmp_path / "plan.duckdb").phase is Phase.FAILED


def test_number_that_no_plan_can_mean_ends_no_load(inputs: Inputs, tmp_path: Path) -> None:
    huge = "9" * 309
    cells = [f"【目標】{huge}人", f"【結果】{huge}人", f"【目標】{huge}人", "【結果】3人", f"【目標】{huge}人"]
    row = "\t".join(["1", "1-①-ア. 発信", "○", "防災課", "推進", "現状", *cells])
    inputs.document.write_text(f"{HEADINGS}\n{row}\n", encoding="utf-8")
    assert finished(Loads(inputs), tmp_path / "plan.duckdb").phase is Phase.CURRENT
