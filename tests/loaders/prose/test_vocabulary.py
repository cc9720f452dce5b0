"""Every sign is found in its examples and not in its look-alikes, and every alternative in it is shown by an example."""

import re
from dataclasses import dataclass
from pathlib import Path
from unicodedata import east_asian_width

import pytest

import loaders
from loaders.patterns import Pattern, PatternError
from loaders.prose.vocabulary import (
    FRAGMENTS_FILE,
    SPELLED,
    Sign,
    VocabularyError,
    expand,
    joined,
    load_fragments,
    load_rows,
    load_signs,
    parsed,
)
from tests.loaders.prose.alternatives import shortened

VOCABULARIES = sorted(Path(loaders.__file__).parent.glob("*/vocabulary"))
FILES = [path for folder in VOCABULARIES for path in sorted(folder.glob("*.toml")) if "sign" in parsed(path)]
SIGNS = [pytest.param(path, sign, id=f"{path.parts[-3]}-{path.stem}-{sign.id}") for path in FILES for sign in load_rows(path)]
WRITTEN = {path: {row["id"]: joined(row["pattern"]) for row in parsed(path)["sign"]} for path in FILES}
# The linter's limit, which counts full-width signs as two, but does not look into data.
WIDEST = 128
FRAGMENTS = {path: load_fragments(path) for path in FILES}


def _name(path: Path) -> str:
    return f"{path.parts[-3]}-{path.stem}"


@pytest.mark.parametrize(("path", "sign"), SIGNS)
def test_a_sign_is_found_in_its_examples_and_not_in_its_look_alikes(path: Path, sign: Sign) -> None:
    found = {text: sign.pattern.search(text) is not None for text in (*sign.examples, *sign.others)}
    assert found == dict.fromkeys(sign.examples, True) | dict.fromkeys(sign.others, False)


@pytest.mark.parametrize(("path", "sign"), SIGNS)
def test_every_alternative_of_a_sign_is_shown_by_an_example(path: Path, sign: Sign) -> None:
    idle = []
    for left_out, kept in shortened(WRITTEN[path][sign.id]):
        try:
            pattern = re.compile(expand(kept, FRAGMENTS[path], sign.id))
        except re.error:
            continue
        if all(_same(sign.pattern.compiled(), pattern, example) for example in sign.examples):
            idle.append(left_out)
    assert idle == []


def _same(whole: re.Pattern[str], shorter: re.Pattern[str], text: str) -> bool:
    """Say whether two patterns find the same words first in a text, and the same parts of them."""
    one, other = whole.search(text), shorter.search(text)
    return one is not None and other is not None and _spans(one) == _spans(other)


def _spans(match: re.Match[str]) -> list[tuple[int, int]]:
    return [match.span(group) for group in range(match.re.groups + 1)]


@pytest.mark.parametrize("path", [path for path in FILES if (path.parents[1] / f"{path.stem}.py").exists()], ids=_name)
def test_every_sign_of_a_module_is_looked_for(path: Path) -> None:
    code = (path.parents[1] / f"{path.stem}.py").read_text(encoding="utf-8")
    assert [name for name in WRITTEN[path] if not re.search(rf"_SIGNS\.{name}\b", code)] == []


@pytest.mark.parametrize("path", [path for folder in VOCABULARIES for path in sorted(folder.glob("*.toml"))], ids=_name)
def test_no_line_is_wider_than_a_line_of_code(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, start=1) if _width(line) > WIDEST] == []


def _width(line: str) -> int:
    """Return how many columns a line takes: a full-width sign takes two."""
    return sum(2 if east_asian_width(sign) in "FW" else 1 for sign in line)


@pytest.mark.parametrize("folder", VOCABULARIES, ids=lambda folder: folder.parent.name)
def test_every_fragment_is_used(folder: Path) -> None:
    words = {path: path.read_text(encoding="utf-8") for path in folder.glob("*.toml")}
    everywhere = " ".join(words.values())
    for path, text in words.items():
        own = parsed(path) if path.name == FRAGMENTS_FILE else parsed(path).get("fragments", {})
        seen = everywhere if path.name == FRAGMENTS_FILE else text
        assert [name for name in own if f"{{{name}}}" not in seen] == []


def test_every_fragment_that_code_spells_is_used() -> None:
    words = " ".join(path.read_text(encoding="utf-8") for folder in VOCABULARIES for path in folder.glob("*.toml"))
    assert [name for name in SPELLED if f"{{{name}}}" not in words] == []


ROW = "[[sign]]\nid='a'\nmeans='x'\npattern='a'\nexamples=['a']\n"
FAULTY = {
    "no example": (ROW.replace("['a']", "[]"), "sign a: at least one example"),
    "unknown fragment": (ROW.replace("pattern='a'", "pattern='{b}'"), "no fragment is called b"),
    "broken pattern": (ROW.replace("pattern='a'", "pattern='('"), r"signs\.toml: sign a"),
    "no pattern": (ROW.replace("pattern='a'\n", ""), "sign a: 'pattern'"),
    "unknown field": (ROW + "mean='y'\n", "mean"),
    "broken file": ("[[sign", r"signs\.toml"),
    "two rows with one id": (ROW + ROW, "more than one sign has the id a"),
    "two fragments with one name": (ROW + "[fragments.next_year]\nmeans='x'\nwords=['a']", "called next_year"),
    "a fragment without meaning": (ROW + "[fragments.b]\nwords=['a']", r"\[b\] needs"),
    "a sign that no field takes": (ROW + ROW.replace("id='a'", "id='b'"), "nothing looks for the sign b"),
    "a field without its sign": (ROW.replace("id='a'", "id='b'"), "there is no sign a"),
}


@dataclass(frozen=True)
class One:
    a: Pattern


@pytest.mark.parametrize(("text", "told"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_row_is_told_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "signs.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((VocabularyError, PatternError), match=told):
        load_signs(One, path).a.search("")


def test_a_sign_may_name_fragments_of_its_file_and_of_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "signs.toml"
    path.write_text(ROW.replace("pattern='a'", "pattern='{own}{shared}'") + "[fragments.own]\nmeans='x'\nwords=['a','b']\n")
    (tmp_path / FRAGMENTS_FILE).write_text("[shared]\nmeans='x'\npattern='c'\n")
    assert load_signs(One, path).a.pattern == "(?:a|b)c"
