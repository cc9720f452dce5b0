"""`python -m loaders` says what it read, and by its exit status whether it could; a failure leaves the old store."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from loaders.__main__ import EXIT_BAD_INPUT, EXIT_CUT_OFF, EXIT_DEFECT, EXIT_OK, main
from loaders.corrections.form import COLUMNS
from loaders.errors import KEPT
from loaders.store.inputs import DOCUMENT, Inputs
from loaders.store.loading import DEFECT
from loaders.table.sidecar import sidecar_path
from tests.tables import HEADINGS, ROW

TABLE = f"第4次情報化計画 進行管理表\n{HEADINGS}\n{ROW}\n"
SHIPPED = DOCUMENT.read_bytes()

# What people give by mistake, with what they are told.
MISTAKES = {
    "empty": (b"", "空です"),
    "blank": (b"\xef\xbb\xbf\r\n \n", "空です"),
    "excel": (b"PK\x03\x04" + b"\x00" * 40, "Excel"),
    "old excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "binary": (b"\x00\x01\x02\t\n", "テキストでない"),
    "broken utf-8": (TABLE.encode() + b"\xff\xfe\xff\n", "文字コードが分からず"),
    "other table": ("番号,氏名\n1,山田\n".encode(), "進行管理の表が見つかりません"),
    "web page": (b"<!DOCTYPE html><html></html>", "ウェブページに表がありません"),
    "no rows": (f"{HEADINGS}\n".encode(), "事業の行がありません"),
    "too many columns": (f"{HEADINGS}\n{ROW}\t余分\n".encode(), "欄あります"),
    "duplicate number": (f"{HEADINGS}\n{ROW}\n{ROW}\n".encode(), "重複"),
    "no number": (f"{HEADINGS}\n{ROW.replace('1', '一', 1)}\n".encode(), "番号が数字ではありません"),
    "page lost": (f"{HEADINGS}\n{ROW}\n{ROW.replace('1', '3', 1)}\n".encode(), "番号が続いていません"),
    "cut off in a row": (SHIPPED[: SHIPPED.rindex(b"\t")], "途中で切れています"),
    "cut off in a character": (SHIPPED[:-1].rsplit("。".encode(), 1)[0] + b"\xe3\x80", "文字の途中で切れています"),
    "line break in a cell": (f"{HEADINGS}\n{ROW[:50]}\n{ROW[50:60]}\n".encode(), "折れています"),
}


@pytest.fixture(scope="module")
def older_load(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("older")
    (folder / "table.txt").write_text(TABLE, encoding="utf-8")
    assert main(["--store", str(folder / "plan.duckdb"), "--document", str(folder / "table.txt"), "--quiet"]) == EXIT_OK
    return folder / "plan.duckdb"


@pytest.fixture
def store(older_load: Path, tmp_path: Path) -> Path:
    """A store of an older load."""
    return Path(shutil.copy(older_load, tmp_path / "plan.duckdb"))


def arguments(store: Path, inputs: Inputs, *more: str) -> list[str]:
    paths = {"--store": store, "--document": inputs.document}
    return [word for option, path in paths.items() for word in (option, str(path))] + list(more)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16", "utf-8-sig"])
def test_text_is_read_whatever_its_encoding(encoding: str, store: Path, inputs: Inputs) -> None:
    inputs.document.write_bytes(TABLE.replace("①", "1").encode(encoding))
    assert main(arguments(store, inputs, "--quiet")) == EXIT_OK


@pytest.mark.parametrize(("data", "said"), MISTAKES.values(), ids=MISTAKES)
def test_bad_input_exits_with_2_says_why_and_keeps_the_old_store(
    data: bytes, said: str, store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    inputs.document.write_bytes(data)
    assert main(arguments(store, inputs, "--quiet")) == EXIT_BAD_INPUT
    told = capsys.readouterr().err
    assert said in told
    assert "場所: " in told
    assert "対処: " in told
    assert store.read_bytes() == before
    assert not list(store.parent.glob("*.new*"))


@pytest.mark.parametrize("name", ["document", "sidecar", "corrections"])
def test_file_that_is_a_folder_exits_with_2_and_is_named(
    name: str, store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    path = {"document": inputs.document, "sidecar": sidecar_path(inputs.document), "corrections": inputs.corrections}[name]
    path.unlink(missing_ok=True)
    path.mkdir()
    assert main(arguments(store, inputs)) == EXIT_BAD_INPUT
    told = capsys.readouterr().err
    assert "開けません" in told
    assert f"場所: {path}" in told
    assert store.read_bytes() == before


@pytest.mark.parametrize("option", [(), ("--if-stale",)], ids=["load", "if_stale"])
def test_document_that_may_not_be_read_exits_with_2(
    option: tuple[str, ...],
    store: Path,
    inputs: Inputs,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == inputs.document:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(arguments(store, inputs, *option)) == EXIT_BAD_INPUT
    assert "資料を開けません（Permission denied）" in capsys.readouterr().err


@pytest.mark.parametrize("option", [(), ("--quiet",)], ids=["loud", "quiet"])
def test_rows_that_have_become_fewer_are_told(
    option: tuple[str, ...],
    store: Path,
    inputs: Inputs,
    rows_of_numbers: Callable[[int], list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    inputs.document.write_text("\n".join([HEADINGS, *rows_of_numbers(12), ""]), encoding="utf-8")
    assert main(arguments(store, inputs, *option)) == EXIT_OK
    assert "減りました" not in capsys.readouterr().err
    inputs.document.write_text("\n".join([HEADINGS, *rows_of_numbers(9), ""]), encoding="utf-8")
    assert main(arguments(store, inputs, *option)) == EXIT_OK
    told = capsys.readouterr().err
    assert "前回12件→今回9件" in told
    assert "対処: " in told
    assert main(arguments(store, inputs, *option)) == EXIT_OK
    assert "減りました" not in capsys.readouterr().err


def test_document_that_its_sidecar_does_not_know_exits_with_2(
    store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    sidecar_path(inputs.document).write_text('[document]\nsha256 = "0"\n', encoding="utf-8")
    assert main(arguments(store, inputs)) == EXIT_BAD_INPUT
    assert "チェックサム" in capsys.readouterr().err


def test_corrections_that_are_named_and_missing_exit_with_2(
    store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    before, typo = store.read_bytes(), inputs.corrections.with_name("corections.csv")
    assert main(arguments(store, inputs, "--corrections", str(typo))) == EXIT_BAD_INPUT
    told = capsys.readouterr().err
    assert "訂正のファイルがありません" in told
    assert f"場所: {typo}" in told
    assert store.read_bytes() == before


def test_corrections_that_are_named_are_applied(store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]) -> None:
    other = inputs.corrections.with_name("others.csv")
    other.write_text(f"{','.join(COLUMNS)}\n1,2025,status,,met,unmet,理由,係,2026-11-24\n", encoding="utf-8")
    assert main(arguments(store, inputs, "--corrections", str(other))) == EXIT_BAD_INPUT
    assert "others.csv 2行目" in capsys.readouterr().err


def test_correction_that_does_not_fit_exits_with_2_and_names_its_line(
    store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "1,2025,status,,met,unmet,理由,係,2026-11-24"
    inputs.corrections.write_text(f"{','.join(COLUMNS)}\n{line}\n", encoding="utf-8")
    assert main(arguments(store, inputs)) == EXIT_BAD_INPUT
    assert "corrections.csv 2行目" in capsys.readouterr().err


def test_correction_beside_the_document_is_applied_stored_and_marked(store: Path, inputs: Inputs) -> None:
    with duckdb.connect(str(store), read_only=True) as connection:
        [(year, status)] = connection.execute("select year, status from outcome order by year limit 1").fetchall()
    other = "closed" if status != "closed" else "met"
    line = f"1,{year},status,,{status},{other},所管課に確かめた,情報政策係,2026-11-24"
    inputs.document.with_name("corrections.csv").write_text(f"{','.join(COLUMNS)}\n{line}\n", encoding="utf-8-sig")
    assert main(["--store", str(store), "--document", str(inputs.document), "--quiet"]) == EXIT_OK
    with duckdb.connect(str(store), read_only=True) as connection:
        marked = connection.execute("select year, status, rule from outcome where is_corrected").fetchall()
        kept = connection.execute("select correction_id, expected, corrected, who from correction").fetchall()
    assert marked == [(year, other, "correction")]
    assert kept == [(2, status, other, "情報政策係")]


def test_unknown_option_exits_with_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--sotre", "x"])
    assert caught.value.code == EXIT_BAD_INPUT


def test_help_tells_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == EXIT_OK
    assert "exit codes" in capsys.readouterr().out


def test_summary_tells_what_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(tmp_path / "plan.duckdb")]) == EXIT_OK
    told = capsys.readouterr()
    for words in ("事業 rows              133", "cells", "quantities", "targets", "outcomes", "code_repaired 11"):
        assert words in told.out
    assert "[100%]" in told.err


def test_quiet_load_says_nothing(inputs: Inputs, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path / "plan.duckdb", inputs, "--quiet")) == EXIT_OK
    assert capsys.readouterr() == ("", "")


def test_current_store_is_kept_if_stale_is_asked_and_built_again_otherwise(
    store: Path, inputs: Inputs, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(store, inputs, "--quiet")) == EXIT_OK
    first = store.stat().st_ino
    assert main(arguments(store, inputs, "--if-stale")) == EXIT_OK
    assert "最新" in capsys.readouterr().out
    assert store.stat().st_ino == first
    assert main(arguments(store, inputs)) == EXIT_OK
    assert "最新でしたが、指定のとおり作り直しました" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_run_starts_the_dashboard_on_the_older_data_where_the_load_fails(tmp_path: Path) -> None:
    programs = {"python": f"exit {EXIT_BAD_INPUT}", "streamlit": "echo dashboard started"}
    (tmp_path / "bin").mkdir()
    for name, body in programs.items():
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / ".run").touch()
    command = ["make", "run", f"VENV={tmp_path}"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=DOCUMENT.parents[1], check=False)
    assert done.returncode == EXIT_OK, done.stderr
    assert "dashboard started" in done.stdout


def test_command_runs_as_a_module(inputs: Inputs, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "loaders", *arguments(tmp_path / "plan.duckdb", inputs)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=DOCUMENT.parents[1], check=False)
    assert done.returncode == EXIT_OK, done.stderr
    assert "133" not in done.stdout
    assert "事業 rows" in done.stdout


def test_terminal_without_japanese_does_not_fail_the_load(inputs: Inputs, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "loaders", *arguments(tmp_path / "plan.duckdb", inputs)]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, cwd=DOCUMENT.parents[1], env=environment, check=False)
    assert done.returncode == EXIT_OK, done.stderr
    assert b"rows" in done.stdout


def test_a_defect_is_traced_and_then_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_of: object, **_more: object) -> None:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr("loaders.__main__.ensure_current", failing)
    assert main(["--quiet", "--store", str(tmp_path / "plan.duckdb")]) == EXIT_DEFECT
    told = capsys.readouterr().err
    assert "IndexError" in told
    assert told.endswith(f"{DEFECT}\n{KEPT}\n")


def test_lines_that_nobody_reads_on_are_no_defect(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("事業名,R4目標,R4実績\n" + "".join(f"植樹{n},{n + 1},{n + 2}\n" for n in range(40)), encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "loaders", "inspect", str(file)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, cwd=DOCUMENT.parents[1], check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (EXIT_CUT_OFF, "")
