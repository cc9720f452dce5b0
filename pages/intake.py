"""取り込み: a file is shown as it was understood, mended with a few choices, confirmed; every page then works on that plan."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.database import store
from dashboard.drawing import grid_preview, wide_tables
from dashboard.frame import filters, links, uploads
from dashboard.text import markdown

KINDS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "pdf", "html", "htm"]
SURE = 0.6
PREVIEW_ROWS = 16
EARLIEST = 2000
NO_YEAR = "なし"
STATE = "intake"
DROPPED = "files_taken_in"
NEW = "新しい計画として取り込む"
WIDTHS = {"計画": 14, "資料（古い順）": 14, "お知らせ": 10}


def state() -> dict[str, Any]:
    """What was done about the file at hand: its mark, what the program understood, what a person settled."""
    found: dict[str, Any] = st.session_state.setdefault(STATE, {})
    return found


def inspect(name: str, data: bytes) -> dict[str, Any]:
    """How the file is understood with what was settled so far; asked once for each choice."""
    held, mark = state(), hashlib.sha256(data).hexdigest()
    if held.get("mark") != mark:
        held.clear()
        held.update(mark=mark, how={})
    if "found" not in held:
        with st.spinner("資料を読んでいます。しばらくお待ちください。"):
            held["found"] = uploads.service().inspect(store.path(), name, data, held["how"])
        if held["found"].get("mapping") is not None:
            held["how"]["mapping"] = held["found"]["mapping"]
    answer: dict[str, Any] = held["found"]
    return answer


def column_words(column: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """What a column is taken for: '実績・評価 R4'."""
    year = f" {found['labels'].get(str(column['year']), column['year'])}" if column["year"] else ""
    measure = f"（{column['measure']}）" if column["measure"] else ""
    return f"{found['uses'][column['use']]}{year}{measure}"


def is_doubtful(column: Mapping[str, Any]) -> bool:
    """Whether a person should look at a column."""
    return float(column["confidence"]) < SURE


def mend(table_at: int, column: Mapping[str, Any], found: Mapping[str, Any], letter: str) -> None:
    """A column with its choices: what it is for, its year, its indicator."""
    key = f"{state()['mark'][:8]}_{table_at}_{column['column']}"
    uses = list(found["uses"])
    years = [NO_YEAR, *found["labels"]]
    heading = column["heading"] or "（見出しなし）"
    st.markdown(
        f"**{letter}「{markdown.verbatim(heading)}」**　{markdown.verbatim(column['reason'])}"
        f"（確かさ {column['confidence']:.0%}）"
    )
    with st.container(horizontal=True):
        use = st.selectbox(
            "この列は", uses, uses.index(column["use"]), format_func=lambda code: found["uses"][code], key=f"use_{key}"
        )
        year = NO_YEAR
        if use in found["yearly"]:
            picked = str(column["year"]) if column["year"] else NO_YEAR
            year = st.selectbox(
                "年度",
                years,
                years.index(picked) if picked in years else 0,
                format_func=lambda code: f"{found['labels'][code]}（{code}年度）" if code in found["labels"] else code,
                key=f"year_{key}",
            )
        measure = st.text_input("指標の名前", column["measure"], key=f"measure_{key}", placeholder="列にあればそのまま")
    changed = {"use": use, "year": None if year == NO_YEAR else int(year), "measure": measure}
    if any(column[name] != value for name, value in changed.items()):
        settle(table_at, column["column"], changed)


def settle(table_at: int, column_at: int, changed: Mapping[str, Any]) -> None:
    """Take a person's word on a column and read the file anew."""
    held = state()
    column = next(one for one in held["how"]["mapping"]["tables"][table_at]["columns"] if one["column"] == column_at)
    column.update(changed, reason="人が選びました", confidence=1.0)
    held.pop("found", None)
    st.rerun()


def give_year() -> None:
    """Let a person say the fiscal year of a table that names none, and read the file anew."""
    held = state()
    given = held["how"].get("year")
    years = [None, *range(EARLIEST, date.today().year + 2)]
    picked = st.selectbox("この資料は何年度のものですか（西暦）", years, years.index(given), key="given_year")
    if picked != given:
        held["how"]["year"] = picked
        for one in held["how"].get("mapping", {}).get("tables", []):
            one.update(year=picked, year_reason="人が選びました")
        held.pop("found", None)
        st.rerun()


def choose_headings(found: Mapping[str, Any]) -> None:
    """Let a person say which lines of a file head its table, where none was found or another is meant."""
    held = state()
    sheets = found["sheets"]
    st.header("見出しの行を自分で選ぶ")
    st.markdown("資料の初めの行を見て、表の見出しがどの行からどの行までか選んでください。そのあと、列の役割を選べます。")
    key, names = held["mark"][:8], [sheet["name"] or "表" for sheet in sheets]
    at = names.index(st.selectbox("シート", names, key=f"sheet_{key}")) if len(sheets) > 1 else 0
    shown = {**sheets[at], "headings": 0}
    width = len(shown["letters"])
    st.html(grid_preview.html(shown, [""] * width, ["unread"] * width, frozenset(), len(shown["rows"])))
    places = range(len(shown["rows"]))
    with st.container(horizontal=True):
        first = st.selectbox("見出しの初めの行", places, format_func=lambda row: shown["lines"][row], key=f"first_{key}_{at}")
        last = st.selectbox("見出しの終わりの行", places, format_func=lambda row: shown["lines"][row], key=f"last_{key}_{at}")
    if first is not None and last is not None and st.button("この行を見出しとして読む", key=f"heads_{key}"):
        held["how"]["headings"] = {"sheet": sheets[at]["name"], "first": min(first, last), "last": max(first, last)}
        held["how"].pop("mapping", None)
        held.pop("found", None)
        st.rerun()


def table(at: int, found: Mapping[str, Any]) -> None:
    """A table as it was understood: doubtful columns with their choices, the preview, the other columns folded away."""
    shown, mapping = found["tables"][at], found["mapping"]["tables"][at]
    columns = {column["column"]: column for column in mapping["columns"]}
    unread = {"use": "unread", "year": None, "measure": "", "confidence": 1.0}
    every = [columns.get(place, unread) for place in range(len(shown["letters"]))]
    doubtful = [column for column in mapping["columns"] if is_doubtful(column)]
    st.header(f"表の読み方：{shown['sheet']}" if len(found["tables"]) > 1 else "表の読み方")
    if doubtful:
        st.subheader(f"確かめてください（{len(doubtful)}列）")
        for column in doubtful:
            mend(at, column, found, shown["letters"][column["column"]])
    st.html(grid_preview.legend())
    places = frozenset(column["column"] for column in doubtful)
    words = [column_words(column, found) for column in every]
    st.html(grid_preview.html(shown, words, [column["use"] for column in every], places, PREVIEW_ROWS))
    st.caption(f"見出しのあとに{shown['all_rows']:,}行あります。初めの行だけを示しています。")
    with st.expander("ほかの列の読み方を変える"):
        for column in mapping["columns"]:
            if column not in doubtful:
                mend(at, column, found, shown["letters"][column["column"]])


def matches(found: Mapping[str, Any]) -> dict[str, int | None]:
    """The rows whose row in the edition before is in doubt, each for a person to settle."""
    settled: dict[str, int | None] = {}
    if not found["doubtful"]:
        return settled
    st.subheader(f"前の版との対応を確かめてください（{len(found['doubtful'])}件）")
    for match in found["doubtful"]:
        same, other = f"同じ事業（前の番号{match['before']}「{match['name_before']}」）", "新しい事業"
        label = f"番号{match['number']}「{match['name']}」（{match['reason']}）"
        picked = st.radio(label, [same, other], key=f"match_{state()['mark'][:8]}_{match['number']}", horizontal=True)
        settled[str(match["number"])] = match["before"] if picked == same else None
    return settled


def confirm(name: str, data: bytes, found: Mapping[str, Any]) -> None:
    """Where the file belongs, and the button that takes it in."""
    st.header("取り込み先")
    kin = found["kin"]
    options = [f"「{one}」の次の版として取り込む" for one in found["names"]] + [NEW]
    start = found["names"].index(kin["name"]) if kin else len(options) - 1
    if kin:
        st.markdown(f"行の{kin['shared']:.0%}が「{markdown.verbatim(kin['name'])}」と同じなので、その次の版とみました。")
    picked = st.radio("取り込み先", options, start, key=f"into_{state()['mark'][:8]}", label_visibility="collapsed")
    plan = found["names"][options.index(picked)] if picked != NEW else ""
    if picked == NEW:
        plan = st.text_input("計画の名前", found["title"], key=f"name_{state()['mark'][:8]}").strip()
    settled = matches(found) if kin and plan == kin["name"] else {}
    if plan in found["names"] and picked == NEW:
        st.warning("同じ名前の計画があります。別の名前にするか、次の版として取り込んでください。")
    elif plan and st.button("この読み方で取り込む", key="take_in"):
        how = {**state()["how"], "settled": settled}
        with st.spinner("取り込んでいます。1分ほどかかることがあります。"):
            answer = uploads.service().add(store.path(), name, data, plan, how)
        st.session_state["taken_in"] = answer
        if not answer.get("trouble"):
            # The next file is dropped into an empty field.
            state().clear()
            st.session_state[DROPPED] = st.session_state.get(DROPPED, 0) + 1
        st.rerun()


def taken_in() -> None:
    """What became of the file that was taken in last."""
    answer = st.session_state.get("taken_in")
    if not answer:
        return
    if answer.get("trouble"):
        st.error(answer["trouble"].replace("\n", "  \n"), title="取り込めませんでした")
        return
    plan = {"plan": [answer["name"]]}
    ways = [markdown.link("この計画の概要を開く", links.address("./", plan))]
    if answer["edition"] > 1:
        ways.append(markdown.link("前の版から変わったところを見る", links.address("plans", plan)))
    st.success(
        f"「{markdown.verbatim(answer['name'])}」の{answer['edition']}版目として取り込みました。　" + "　".join(ways),
        title="取り込みました",
    )


def kept() -> None:
    """The plans that are there, and the way to remove one and to put it back."""
    st.header("取り込んである計画")
    known = uploads.service().plans(store.path())
    rows = [
        {
            "計画": plan["name"],
            "資料（古い順）": "、".join(plan["files"]),
            "お知らせ": f"前に読み込んだままです：{plan['trouble'].splitlines()[0]}" if plan["trouble"] else "",
        }
        for plan in known["plans"]
    ]
    wide_tables.show(pd.DataFrame(rows), alt="取り込んである計画", widths=WIDTHS)
    if known["removed"] is not None and st.button("外した計画を元に戻す", key="restore"):
        with st.spinner("元に戻しています。"):
            done(uploads.service().restore(store.path()))
    if len(known["plans"]) > 1:
        with st.expander("計画を外す"):
            names = {plan["name"]: plan for plan in known["plans"]}
            picked = names[str(st.selectbox("外す計画", list(names), key="removing"))]
            files = "、".join(picked["files"])
            st.markdown(
                f"「{markdown.verbatim(picked['name'])}」と、その資料{len(picked['files'])}件（{markdown.verbatim(files)}）が"
                "どのページにも出なくなります。次に取り込むまでは、元に戻せます。"
            )
            if st.button("この計画を外す", key="remove"):
                with st.spinner("外しています。"):
                    done(uploads.service().remove(store.path(), picked["plan_id"]))


def done(answer: Mapping[str, Any]) -> None:
    """Draw the page anew after a change, or say why there was none."""
    if answer.get("trouble"):
        st.error(str(answer["trouble"]).replace("\n", "  \n"), title="できませんでした")
    else:
        st.session_state.pop("taken_in", None)
        st.rerun()


def understood(found: Mapping[str, Any]) -> str:
    """The answer in a sentence: what was read of the file, and how much of it wants a look."""
    first, last = (found["labels"][str(year)] for year in (found["years"][0], found["years"][-1]))
    span = first if first == last else f"{first}～{last}"
    look = sum(is_doubtful(column) for one in (found["mapping"] or {"tables": []})["tables"] for column in one["columns"])
    what = f"実施事業（または指標）{found['rows']:,}件、{span}の表として読みました。"
    if found["is_known_form"]:
        return f"{what}**前の版と同じ様式です。** このまま取り込めます。"
    return what + (f"**確かめる列が{look}つ**あります。" if look else "読み方に疑わしい列はありません。")


filters.chosen()
st.caption("取り込み")
refused = uploads.refusal()
if refused:
    st.title("ここでは取り込みできません")
    st.markdown(refused)
else:
    st.title("市の資料をそのまま取り込めます")
    st.markdown("Excel、CSV、PDF（文字のあるもの）、ウェブページの表を選ぶと、どう読んだかを示します。直してから取り込めます。")
    taken_in()
    file = st.file_uploader("資料のファイル", KINDS, key=f"file_{st.session_state.get(DROPPED, 0)}")
    if file is not None:
        content = file.getvalue()
        found = inspect(file.name, content)
        if found.get("trouble"):
            st.error(found["trouble"].replace("\n", "  \n"), title="読めませんでした")
            if "年度" in found["trouble"]:
                give_year()
            for at in range(len(found.get("tables", []))):
                table(at, found)
            if any(sheet["rows"] for sheet in found.get("sheets", [])):
                choose_headings(found)
        else:
            st.markdown(understood(found))
            if found["notes"]:
                with st.expander(f"読み取りの気づき（{len(found['notes'])}件）"):
                    st.markdown("\n".join(f"- {markdown.verbatim(note)}" for note in found["notes"]))
            if found["mapping"] is None:
                st.markdown("文章の表として、見出しの語から読みました。列の読み方を変える必要はありません。")
            for at in range(len(found["tables"])):
                table(at, found)
            confirm(file.name, content, found)
    kept()
