"""`python -m loaders add`, `list`, `remove`, `restore`: what the page 取り込み does, from a terminal."""

import argparse
import json
from pathlib import Path

from engines.address import Address
from loaders.errors import InputError
from loaders.files import read_bytes
from loaders.intake.adding import add, add_new
from loaders.library.library import Library
from loaders.parts import Progress
from loaders.store.freshness import ensure_current
from loaders.store.inputs import Inputs, library_of
from loaders.store.keeping import names_in, plans_in

EXIT_OK, EXIT_LEFT = 0, 3


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands on what was added to the parser of `python -m loaders`."""
    commands = parser.add_subparsers(dest="command", metavar="{add,list,remove,restore}")
    add_file = commands.add_parser("add", help="take a file in / 資料を取り込む")
    add_file.add_argument("file", type=Path, nargs="+")
    add_file.add_argument("--new", action="store_true", help="each file is a plan of its own / 資料ごとに新しい計画とする")
    add_file.add_argument("--mapping", type=Path, help="how its columns are to be read, JSON / 列の読み方")
    add_file.add_argument("--plan", help="the plan it belongs to; a new one where none is called so / 計画の名前")
    add_file.add_argument("--year", type=int, help="fiscal year of a table that names none / 年度のない表の年度")
    commands.add_parser("list", help="show the plans and their editions / 計画と版の一覧")
    remove = commands.add_parser("remove", help="remove a plan / 計画を外す")
    remove.add_argument("plan", type=int, help="its number in the list / 一覧の番号")
    remove.add_argument("--yes", action="store_true", help="do not ask / 確かめずに外す")
    commands.add_parser("restore", help="put back what was removed last / 外した計画を元に戻す")
    for command in commands.choices.values():
        command.add_argument("--store", type=Address, default=argparse.SUPPRESS, help="where the store is / データの置き場所")
        command.add_argument("--quiet", action="store_true", default=argparse.SUPPRESS, help="say errors only / 誤りだけを表示")


def run(options: argparse.Namespace, progress: Progress | None) -> int:
    """Do a command and return its exit code; raise InputError where it cannot be done."""
    library, store = library_of(options.store), options.store
    inputs = Inputs(library.document, library.corrections, library.folder)
    if options.command == "add":
        mapping = json.loads(read_bytes(options.mapping, "列の読み方")) if options.mapping else None
        how = {"mapping": mapping, "year": options.year}
        if options.new:
            taken_in = add_new(library, store, options.file, how=how, progress=progress)
        else:
            file = _one_of(options.file)
            taken_in = [
                add(library, store, (file.name, read_bytes(file, "資料")), plan=options.plan, how=how, progress=progress)
            ]
        for added in taken_in:
            print(f"取り込みました: {added.plan_id} {added.name}（{added.edition}版目）")
        return EXIT_OK
    if options.command == "list":
        ensure_current(store, inputs, progress=progress)
        print("\n".join(listed(library, store)))
        return EXIT_OK
    if options.command == "restore":
        plan_id = library.restore()
        ensure_current(store, inputs, progress=progress)
        print(f"元に戻しました: {plan_id} {names_in(store).get(plan_id, '')}")
        return EXIT_OK
    return _remove(library, store, options, progress)


def _one_of(files: list[Path]) -> Path:
    """Return the only file; raise InputError where there are several, which may be editions of one another."""
    if len(files) > 1:
        todo = "資料ごとに新しい計画とするときは --new を付けてください。次の版は一つずつ取り込んでください。"
        raise InputError("資料が二つ以上あります。", where="、".join(file.name for file in files), todo=todo)
    return files[0]


def _remove(library: Library, store: Path, options: argparse.Namespace, progress: Progress | None) -> int:
    inputs = Inputs(library.document, library.corrections, library.folder)
    ensure_current(store, inputs, progress=progress)
    name = names_in(store).get(options.plan, "")
    goes = [edition.document.name for plan in library.plans() if plan.plan_id == options.plan for edition in plan.editions]
    if not options.yes:
        print(f"計画「{name}」と資料{len(goes)}件（{'、'.join(goes)}）を外します。次に取り込むまでは元に戻せます。")
        if input("外しますか [y/N] ").strip().casefold() != "y":
            print("外しませんでした。")
            return EXIT_LEFT
    library.remove(options.plan)
    ensure_current(store, inputs, progress=progress)
    print(f"外しました: {options.plan} {name}。元に戻すには: python -m loaders restore")
    return EXIT_OK


def listed(library: Library, store: Path) -> list[str]:
    """Return a line for each plan and, below it, for each of its editions and for what is wrong with it."""
    names, state = names_in(store), plans_in(store)
    lines = []
    for plan in library.plans():
        lines.append(f"{plan.plan_id}  {names.get(plan.plan_id, plan.name)}")
        lines += [f"     {order}版目  {edition.document.name}" for order, edition in enumerate(plan.editions, start=1)]
        trouble = state.get(plan.plan_id, ("", None))[1]
        lines += [f"     注意: 前に読み込んだままです。{trouble.splitlines()[0]}"] if trouble else []
    removed = library.removed()
    return lines + ([f"元に戻せる計画: {removed}（python -m loaders restore）"] if removed is not None else [])
