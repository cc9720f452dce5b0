"""What a stranger sees: the name of the tool, one button, and what to do without access; no word of any plan."""

from html import escape
from pathlib import Path
from typing import Final

from access.roles import Settings, Visitor

NAME: Final = "計画の進行管理"
STYLE: Final = (Path(__file__).parent / "entrance.css").read_text(encoding="utf-8")
NOBODY_TO_ASK: Final = "このダッシュボードの管理者"


def page(visitor: Visitor, settings: Settings, sign_in: str, sign_out: str) -> str:
    """Return the page for who has no role: not signed in yet, too long ago, or not on the list."""
    contact = settings.contact or NOBODY_TO_ASK
    if visitor.is_signed_in:
        return _whole(
            "利用の登録がありません",
            f"「{visitor.who}」でサインインしましたが、この画面を見る権限がありません。",
            ("別のアカウントでサインイン", sign_in),
            (
                f"利用するには登録が要ります。{contact}に、上のアドレスを伝えてください。",
                "登録されたあとは、この画面を開き直すだけで入れます。",
            ),
            ("サインアウト", sign_out),
        )
    again = f"サインインから{settings.hours:g}時間たちました。" if visitor.is_expired else ""
    return _whole(
        "サインイン",
        f"{again}この画面を見るには、{'もう一度' if again else ''}職員のアカウントでのサインインが必要です。",
        ("サインイン", sign_in),
        (
            f"サインインしても入れないときは、利用の登録が要ります。{contact}に、お使いのアドレスを伝えてください。",
            "パスワードが分からないときは、ふだんの業務用アカウントの窓口に聞いてください。",
        ),
    )


def closed() -> str:
    """Return the page for a dashboard whose settings are wrong: what is wrong is for its log alone."""
    return _whole(
        "いまは使えません",
        "サインインの設定に誤りがあるため、だれも入れないようにしています。データは失われていません。",
        None,
        ("管理者の方へ：誤りの場所と直し方は、サーバーの記録（ログ）にあります。直すと、起動し直さなくても開きます。",),
    )


def _whole(
    title: str, said: str, button: tuple[str, str] | None, todo: tuple[str, ...], other: tuple[str, str] | None = None
) -> str:
    def link(it: tuple[str, str], kind: str) -> str:
        return f'<p><a class="{kind}" href="{escape(it[1])}">{escape(it[0])}</a></p>'

    ways = (link(button, "button") if button else "") + (link(other, "other") if other else "")
    lines = "".join(f"<li>{escape(line)}</li>" for line in todo)
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}｜{NAME}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{NAME}</h1><p>{escape(said)}</p>{ways}"
        f"<h2>入れないとき</h2><ul>{lines}</ul></main></body></html>"
    )
