"""Settings that can't be followed let nobody in, and say in which line they are wrong and what to do."""

from pathlib import Path

import pytest

from access.roles import AccessRole
from access.settings import SettingsError, SettingsFile, parse

AUTH = """[auth]
redirect_uri = "https://plan.city.example.jp/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "plan"
client_secret = "x"
server_metadata_url = "https://id.example.jp/.well-known/openid-configuration"
"""
ACCESS = """[access]
hours = 8
contact = "情報政策係"

[access.reader]
domains = ["City.example.jp"]

[access.keeper]
addresses = ["Kanri@city.example.jp"]
"""
RIGHT = AUTH + ACCESS


def said(text: str) -> str:
    with pytest.raises(SettingsError) as error:
        parse([SettingsFile("secrets.toml", text)])
    return str(error.value)


def test_two_tables_say_who_has_which_role_and_where_people_sign_in() -> None:
    found = parse([SettingsFile("secrets.toml", RIGHT)])
    assert found is not None
    assert (found.origin, found.provider, found.is_secure) == ("https://plan.city.example.jp", "default", True)
    assert found.settings.allowed[AccessRole.READER].domains == {"city.example.jp"}
    assert found.settings.allowed[AccessRole.KEEPER].addresses == {"kanri@city.example.jp"}
    assert (found.settings.hours, found.settings.contact, found.settings.group_claim) == (8, "情報政策係", "groups")


def test_a_provider_may_have_a_name() -> None:
    named = AUTH.replace("client_id", "[auth.entra]\nclient_id") + ACCESS
    found = parse([SettingsFile("secrets.toml", named)])
    assert found is not None
    assert found.provider == "entra"


def test_the_example_of_the_documentation_holds() -> None:
    text = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    found = parse([SettingsFile("secrets.toml", example.replace('"…"', f'"{"x" * 48}"'))])
    assert found is not None
    assert set(found.settings.allowed) == {AccessRole.READER, AccessRole.EDITOR, AccessRole.KEEPER}


@pytest.mark.parametrize("sources", [[], [SettingsFile("a.toml", ""), SettingsFile("b.toml", "[other]\nx = 1")]])
def test_sign_in_is_off_where_nothing_speaks_of_it(sources: list[SettingsFile]) -> None:
    assert parse(sources) is None


def test_a_table_of_a_later_file_replaces_that_of_an_earlier_one() -> None:
    later = SettingsFile("later.toml", '[access.editor]\ngroups = ["joho"]')
    found = parse([SettingsFile("secrets.toml", RIGHT), later])
    assert found is not None
    assert set(found.settings.allowed) == {AccessRole.EDITOR}


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        (AUTH, "[access] がありません", "secrets.toml の 1行目"),
        (ACCESS, "[auth] がありません", "secrets.toml の 1行目"),
        (RIGHT + "x = [", "設定ファイルを読めません", "secrets.toml の 16行目"),
        (RIGHT.replace("/oauth2callback", "/"), "戻り先になっていません", "2行目"),
        (RIGHT.replace("https://plan", "http://plan"), "暗号化されていません", "2行目"),
        (RIGHT.replace("https://id", "http://id"), "暗号化されていません", "6行目"),
        (RIGHT.replace("0123456789abcdef0", "0"), "cookie_secret が短すぎます", "3行目"),
        (RIGHT.replace('client_secret = "x"', ""), "[auth] の client_secret がありません", "secrets.toml の 1行目"),
        (RIGHT.replace('client_secret = "x"', "client_secret = 1"), "文字ではありません", "5行目"),
        (RIGHT + "[auth.other]\nx = 1", "サインイン先がひとつに決まりません", "1行目"),
        (RIGHT.replace("hours = 8", "hours = 0"), "hours「0」", "8行目"),
        (RIGHT.replace("hours = 8", 'hours = "8"'), "hours「8」", "8行目"),
        (RIGHT.replace("hours = 8", "hour = 8"), "「hour」という項目はありません", "8行目"),
        (RIGHT.replace("access.keeper", "access.owner"), "「owner」という項目はありません", "14行目"),
        (RIGHT.replace("domains =", "domain ="), "「domain」という項目はありません", "12行目"),
        (RIGHT.replace('["City.example.jp"]', '"City.example.jp"'), "名前の並びではありません", "12行目"),
        (RIGHT.replace("City.example.jp", "@city.example.jp"), "その形ではありません", "12行目"),
        (RIGHT.replace("City.example.jp", "*.example.jp"), "その形ではありません", "12行目"),
        (RIGHT.replace('"Kanri@city.example.jp"', '"Kanri"'), "その形ではありません", "15行目"),
        (AUTH + "[access]\n[access.reader]\ngroups = []", "だれも入れる人がいません", "7行目"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, what: str, where: str) -> None:
    told = said(text)
    assert what in told
    assert where in told
    assert "対処: " in told
