"""`python -m loaders` turns the progress table (進行管理表) into the store that the dashboard reads."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from engines.address import Address
from engines.installation import STORE
from loaders.errors import KEPT, InputError
from loaders.intake.commands import add_commands, run
from loaders.intake.inspecting import add_mapping_options, inspect, read_mapping
from loaders.store.counting import Counts
from loaders.store.freshness import Built, ensure_current
from loaders.store.inputs import CORRECTIONS, DOCUMENT, Inputs, library_of
from loaders.store.loading import DEFECT

EXIT_OK, EXIT_DEFECT, EXIT_BAD_INPUT = 0, 1, 2
# What a shell shows for a program that was told that nobody reads on (128 and the number of SIGPIPE).
EXIT_CUT_OFF = 141
PLACES = "where the store goes, a file or ducklake:… / データの置き場所"
EXIT_CODES = f"""exit codes / 終了コード:
  {EXIT_OK}  the store is built, or current already / 読み込み完了、または最新
  {EXIT_DEFECT}  a defect of this program (traceback); the old store is untouched / プログラムの不具合。前回のデータはそのまま
  {EXIT_BAD_INPUT}  bad input or arguments; the old store is untouched / 入力に誤り。前回のデータはそのまま
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; return the exit code.

    A defect is traced for whoever mends it, and behind that said in words for the person at the keyboard.
    """
    try:
        return _done(list(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        # Whoever reads the lines has seen enough (`inspect … | head`): what is still to be said goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_CUT_OFF
    except Exception:
        traceback.print_exc()
        print(f"{DEFECT}\n{KEPT}", file=sys.stderr)
        return EXIT_DEFECT


def _done(given: list[str]) -> int:
    """Load the document into the store and say what was read, or do another command; return the exit code."""
    if given[:1] == ["inspect"]:
        return inspect(given[1:])
    options = _parser().parse_args(given)
    place: Address = options.store
    lake = place if place.is_remote else None
    # What goes into a lake is built in this installation's own file first, where it is held against all checks.
    options.store = STORE if place.is_remote else place.path
    progress = None if options.quiet else _say
    try:
        if options.command is not None:
            code = run(options, progress)
            if lake is not None:
                ensure_current(STORE, _added(STORE), lake=lake)
            return code
        inputs = _inputs(options)
        built = ensure_current(options.store, inputs, progress=progress, force=not options.if_stale, lake=lake)
    except InputError as error:
        print(error, file=sys.stderr)
        return EXIT_BAD_INPUT
    for line in warnings(built):
        print(line, file=sys.stderr)
    if not options.quiet:
        print("\n".join(summary(built, place)))
    return EXIT_OK


def _inputs(options: argparse.Namespace) -> Inputs:
    """Return what is to be loaded: a document that is named by itself, else the shipped one with all that was added."""
    if options.document is None:
        return replace(_added(options.store), corrections=_corrections(options.corrections, DOCUMENT))
    mapping = read_mapping(options.mapping) if options.mapping else None
    return Inputs(options.document, _corrections(options.corrections, options.document), mapping=mapping, year=options.year)


def _added(store: Path) -> Inputs:
    """Return the shipped document with all that was added to a store."""
    return Inputs(DOCUMENT, added=library_of(store).folder)


def _corrections(named: Path | None, document: Path) -> Path:
    """Return where the corrections are; raise InputError where a file that was named does not exist: only the usual one may."""
    if named is not None and not os.path.exists(named):
        todo = "ファイルの場所と名前を確かめてください。訂正がなければ、--corrections を外してください。"
        raise InputError("指定された訂正のファイルがありません。", where=str(named), todo=todo)
    return named or document.with_name(CORRECTIONS.name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m loaders",
        description="Load a progress table into a DuckDB store. 進行管理表を読み込み、ダッシュボードのデータを作ります。",
        epilog=f"inspect FILE: show how a file is understood / 資料の読み方を表示\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", type=Address, default=Address(str(STORE)), help=f"{PLACES} (%(default)s)")
    parser.add_argument("--document", type=Path, help="this document alone / この資料だけ (all plans / すべての計画)")
    parser.add_argument("--corrections", type=Path, help=f"corrections CSV / 訂正 ({CORRECTIONS.name} beside the document)")
    parser.add_argument("--if-stale", action="store_true", help="only when missing or stale / 古いときだけ読み込む")
    parser.add_argument("--quiet", action="store_true", help="say errors and warnings only / 誤りと注意だけを表示")
    add_mapping_options(parser)
    add_commands(parser)
    return parser


def _say(share: float, step: str) -> None:
    print(f"[{share:4.0%}] {step}", file=sys.stderr)


def warnings(built: Built) -> Iterator[str]:
    """Yield what a person should look at although the load is done; said even where --quiet asks for errors only."""
    before, now = built.rows_before, built.counts.all("initiative") if built.counts is not None else None
    if before is not None and now is not None and now < before:
        yield f"注意: 事業の行が減りました（前回{before:,}件→今回{now:,}件）。"
        yield "対処: 資料が途中で切れていないか確かめ、切れていたら元の資料を置いて、もう一度読み込んでください。"


def summary(built: Built, store: Address | Path) -> Iterator[str]:
    """Yield the lines that tell what was done."""
    yield built.why
    if built.counts is not None:
        yield from _told(built.counts)
    yield f"{store} ({built.seconds:.2f} s)"


def _told(counts: Counts) -> Iterator[str]:
    yield _line("事業 rows", counts.all("initiative"))
    yield _line("セル cells", counts.all("cell"), {"moved": counts.named("cell").get("moved", 0)})
    yield _line("数値 quantities", counts.all("quantity"), counts.named("quantity"))
    yield _line("指標 indicators", counts.all("indicator"), counts.named("indicator_year"))
    yield _line("評価 outcomes", counts.all("outcome"), counts.named("outcome"))
    yield _line("気づき findings", counts.all("finding"), counts.named("finding"))
    yield _line("訂正 corrections", counts.all("correction"))


def _line(name: str, count: int, parts: dict[str, int] | None = None) -> str:
    told = ", ".join(f"{part} {n}" for part, n in (parts or {}).items())
    return f"{name:<18}{count:>6,}" + (f"  ({told})" if told else "")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without Japanese (Windows in another language) shows ? instead of failing a load that is done.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
