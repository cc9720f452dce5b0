"""Sign-in is two tables of `secrets.toml`, and either alone is a mistake: without a list nobody could be told from anybody."""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from access.roles import NAMES, Allowed, Settings

HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
SHORTEST_SECRET: Final = 32
MOST_HOURS: Final = 30 * 24
PROVIDER_KEYS: Final = ("client_id", "client_secret", "server_metadata_url")
LISTS: Final = ("addresses", "domains", "groups")
FORMS: Final = (
    ("addresses", re.compile(r"[^@\s]+@[^@\s]+"), "yamada@city.example.jp"),
    ("domains", re.compile(r"[^@*\s.][^@*\s]*\.[^@*\s]+"), "city.example.jp"),
)
PLAIN: Final = ("address_claim", "group_claim", "hours", "contact")
CALLBACK: Final = "/oauth2callback"
Tables = Mapping[str, Any]


@dataclass(frozen=True)
class SignIn:
    """How people sign in here: who has which role, the address of this dashboard, Streamlit's name of the provider."""

    settings: Settings
    origin: str
    provider: str

    @property
    def is_secure(self) -> bool:
        """Whether the dashboard is reached over TLS."""
        return self.origin.startswith("https://")


@dataclass(frozen=True)
class SettingsFile:
    """A file of settings: its path as it is told, and its text."""

    name: str
    text: str


class SettingsError(ValueError):
    """The settings can't be followed; the message says in Japanese what is wrong, in which line, and what to do."""

    def __init__(self, what: str, where: str, todo: str) -> None:
        super().__init__(f"{what}\n場所: {where}\n対処: {todo}")


def parse(sources: Sequence[SettingsFile]) -> SignIn | None:
    """Return how people sign in by the files in force, None where none of them speaks of it; raise SettingsError.

    A table of a later file replaces the same of an earlier one, as Streamlit reads them.
    """
    tables: dict[str, Any] = {}
    of: dict[str, SettingsFile] = {}
    for source in sources:
        found = _read(source)
        tables |= found
        of |= dict.fromkeys(found, source)
    if "auth" not in tables and "access" not in tables:
        return None
    for name, other in (("auth", "access"), ("access", "auth")):
        if name not in tables:
            raise SettingsError(
                f"[{other}] はありますが、[{name}] がありません。",
                place(of[other], (other,)),
                f"同じファイルに [{name}] を書いてください（docs/security.md に例があります）。"
                f"サインインを使わないときは、[{other}] を消してください。",
            )
    provider, origin = _auth(tables["auth"], of["auth"])
    return SignIn(_access(tables["access"], of["access"]), origin, provider)


def place(source: SettingsFile, path: tuple[str, ...]) -> str:
    """Return where a table or a key stands: 'secrets.toml の 3行目'; the file alone where its line can't be told.

    >>> place(SettingsFile("secrets.toml", '[access]\\n[access.reader]\\ngroups = []\\n'), ("access", "reader", "groups"))
    'secrets.toml の 3行目'
    """
    *table, key = path
    wanted = (rf"\s*\[\s*{_dotted(path)}\s*\]", None), (rf"\s*{re.escape(key)}\s*=", _dotted(table))
    inside = ""
    best = 0
    for at, line in enumerate(source.text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            inside = re.sub(r"[\s\"']", "", header[1])
        for pattern, within in wanted:
            if re.match(pattern, line) and (within is None or re.fullmatch(within, inside)):
                return f"{source.name} の {at}行目"
        if not best and table and re.fullmatch(_dotted(table), inside):
            best = at
    return f"{source.name} の {best}行目からの [{'.'.join(table)}]" if best else source.name


def _dotted(path: Sequence[str]) -> str:
    return r"\s*\.\s*".join(map(re.escape, path))


def _read(source: SettingsFile) -> Tables:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{source.name} の {line[1] if line else len(source.text.splitlines())}行目"
        raise SettingsError(
            f"設定ファイルを読めません（{error}）。", where, "引用符、かっこ、同じ名前のくり返しを確かめてください。"
        ) from error


def _auth(table: object, source: SettingsFile) -> tuple[str, str]:
    """Return Streamlit's name of the provider and the origin of this dashboard."""
    auth = _table(table, source, ("auth",))
    redirect = _string(auth, source, ("auth", "redirect_uri"))
    secret = _string(auth, source, ("auth", "cookie_secret"))
    address = urlsplit(redirect)
    if not redirect.endswith(CALLBACK) or not address.hostname:
        raise SettingsError(
            f"redirect_uri「{redirect}」が、この画面の戻り先になっていません。",
            place(source, ("auth", "redirect_uri")),
            f'"https://（このダッシュボードのホスト名）{CALLBACK}" としてください。',
        )
    _secure(redirect, source, ("auth", "redirect_uri"))
    if len(secret) < SHORTEST_SECRET:
        raise SettingsError(
            f"cookie_secret が短すぎます（{len(secret)}文字）。",
            place(source, ("auth", "cookie_secret")),
            f'{SHORTEST_SECRET}文字以上にしてください：python -c "import secrets; print(secrets.token_urlsafe(48))"',
        )
    named = sorted(key for key, value in auth.items() if isinstance(value, dict) and key != "client_kwargs")
    is_plain = any(key in auth for key in PROVIDER_KEYS)
    if len(named) + is_plain != 1:
        raise SettingsError(
            "サインイン先がひとつに決まりません。" if named else "サインイン先が書かれていません。",
            place(source, ("auth",)),
            f"[auth] に {'、'.join(PROVIDER_KEYS)} を書くか、[auth.名前] をひとつだけ置いてください。",
        )
    provider = "default" if is_plain else named[0]
    path = ("auth",) if is_plain else ("auth", provider)
    within: Tables = auth if is_plain else auth[provider]
    for key in PROVIDER_KEYS:
        value = _string(within, source, (*path, key))
        if key == "server_metadata_url":
            _secure(value, source, (*path, key))
    return provider, f"{address.scheme}://{address.netloc}"


def _secure(address: str, source: SettingsFile, path: tuple[str, ...]) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in HERE):
        raise SettingsError(
            f"{path[-1]}「{address}」は暗号化されていません。サインインの印を途中で盗まれます。",
            place(source, path),
            "https:// で始まるアドレスにしてください。http:// は、このパソコンだけで試すとき（localhost）に限ります。",
        )


def _access(table: object, source: SettingsFile) -> Settings:
    access = _table(table, source, ("access",))
    _known(access, source, ("access",), (*PLAIN, *NAMES))
    given: dict[str, Any] = {
        key: _hours(access[key], source) if key == "hours" else _string(access, source, ("access", key))
        for key in PLAIN
        if key in access
    }
    allowed = {role: _allowed(access[name], source, ("access", name)) for name, role in NAMES.items() if name in access}
    if not any(one.addresses or one.domains or one.groups for one in allowed.values()):
        raise SettingsError(
            "だれも入れる人がいません。",
            place(source, ("access",)),
            f"[access.reader] などに {'、'.join(LISTS)} のどれかを書いてください。",
        )
    return Settings(allowed, **given)


def _hours(value: object, source: SettingsFile) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(hours := float(str(value))) or not 0 < hours <= MOST_HOURS:
        raise SettingsError(
            f"hours「{value}」は時間の数ではありません。",
            place(source, ("access", "hours")),
            f"サインインが何時間続くかを、{MOST_HOURS} までの数で書いてください。",
        )
    return hours


def _allowed(table: object, source: SettingsFile, path: tuple[str, ...]) -> Allowed:
    lists = _table(table, source, path)
    _known(lists, source, path, LISTS)
    found = {key: _names(lists[key], source, (*path, key)) for key in LISTS if key in lists}
    for key, form, example in FORMS:
        wrong = [name for name in found.get(key, ()) if not form.fullmatch(name)]
        if wrong:
            raise SettingsError(
                f"{key} の「{wrong[0]}」は、その形ではありません。",
                place(source, (*path, key)),
                f'"{example}" の形で書いてください。下位のドメインは、ひとつずつ書きます。',
            )
        if key in found:
            found[key] = frozenset(name.casefold() for name in found[key])
    return Allowed(**found)


def _names(value: object, source: SettingsFile, path: tuple[str, ...]) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        todo = f'{path[-1]} = ["…", "…"] と書いてください。'
        raise SettingsError(f"{path[-1]} は名前の並びではありません。", place(source, path), todo)
    return frozenset(one.strip() for one in value)


def _known(table: Tables, source: SettingsFile, path: tuple[str, ...], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            raise SettingsError(
                f"[{'.'.join(path)}] に「{key}」という項目はありません。",
                place(source, (*path, key)),
                f"使えるのは {'、'.join(known)} です。つづりを確かめてください。",
            )


def _table(value: object, source: SettingsFile, path: tuple[str, ...]) -> Tables:
    if not isinstance(value, dict):
        name = ".".join(path)
        raise SettingsError(f"{name} が表ではありません。", place(source, path), f"[{name}] の行の下に書いてください。")
    return value


def _string(table: Tables, source: SettingsFile, path: tuple[str, ...]) -> str:
    value = table.get(path[-1])
    if not isinstance(value, str) or not value.strip():
        what = "ありません" if value is None else "空か、文字ではありません"
        todo = f'{path[-1]} = "…" と書いてください（docs/security.md に例があります）。'
        raise SettingsError(f"[{'.'.join(path[:-1])}] の {path[-1]} が{what}。", place(source, path), todo)
    return value.strip()


def read(paths: Sequence[Path]) -> list[SettingsFile]:
    """Return the files of settings that are there; raise SettingsError where one can't be read."""
    found = []
    for path in paths:
        if not path.exists():
            continue
        try:
            found.append(SettingsFile(str(path), path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            todo = "ファイル（UTF-8）であることと、読み取りの権限を確かめてください。"
            raise SettingsError(f"設定ファイルを読めません（{error}）。", str(path), todo) from error
    return found
