"""取り込み: a file is shown as it was understood, mended with a few choices, confirmed; every page then works on that plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.browser import unfolding
from dashboard.database import store
from dashboard.drawing import grid_preview, picture, wide_tables
from dashboard.frame import filters, heading, links, taking_in, uploads
from dashboard.frame.taking_in import NO_YEAR
from dashboard.text import markdown

KINDS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "pdf", "html", "htm", "zip"]
MOST_MEGABYTES = 50
PATH = "intake"
PREVIEW_ROWS = 30
EARLIEST = 2000
NEW = "新しい計画として取り込む"
# What a file that was not read asks for: the title, and what to do.
QUESTIONS: Mapping[str, tuple[str, str]] = {
    "headings": ("どの行が見出しですか", "見出しの行がどこからどこまでか選んでください。そのあと、列の役割を選べます。"),
    "columns": ("どの列が何か選んでください", "事業や指標の名前の列と、目標・実績の列（年度つき）を選んでください。"),
    "year": ("何年度の資料ですか", "年度を選ぶと読めます。"),
}
UNREAD = {"use": "unread", "year": None, "measure": "", "confidence": 1.0}
WIDTHS = {"計画": 14, "資料（古い順）": 14, "お知らせ": 10}
ABOUT = (
    "Excel、ODS、CSV、PDF（文字のあるもの）、ウェブページの表が読めます。まず、どう読んだかを示します。"
    "列の役割は、取り込む前に変えられます。ファイルはこのパソコンの中だけで読みます。"
)
# What a person sees before the first file: a table of four columns, understood.
EXAMPLE: Mapping[str, Any] = {
    "headings": 1,
    "letters": ["A列", "B列", "C列", "D列", "E列", "F列", "G列"],
    "lines": ["1行目", "2行目", "3行目"],
    "rows": [
        ["No", "取組名", "所管課", "単位", "R5目標", "R5実績", "評価"],
        ["1", "歩道の整備", "土木課", "m", "130", "135", "A"],
        ["2", "街灯の更新", "土木課", "基", "30", "29", "B"],
    ],
}
EXAMPLE_WORDS = ["番号", "事業の名前", "担当課", "単位", "目標 R5", "実績 R5", "自治体の評価 R5"]
EXAMPLE_USES = ["number", "name", "department", "unit", "target", "result", "grade"]


def column_words(column: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """What a column is taken for: '実績・評価 R4'."""
    year = f" {found['labels'].get(str(column['year']), column['year'])}" if column["year"] else ""
    measure = f"（{column['measure']}）" if column["measure"] else ""
    return f"{found['uses'][column['use']]}{year}{measure}"


def mend(at: int, found: Mapping[str, Any]) -> None:
    """The choices about one column of a table, those in doubt first."""
    columns = found["mapping"]["tables"][at]["columns"]
    letters = found["tables"][at]["letters"]
    doubtful = [place for table_at, place in taking_in.doubtful(found) if table_at == at]
    options = [str(column["column"]) for column in columns]
    by_place = {str(column["column"]): column for column in columns}
    mark = {str(place): "？ " for place in doubtful}
    with st.container(border=True):
        st.subheader(f"確かめる列：{len(doubtful)}" if doubtful else "列の読み方を変える", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            picked = st.selectbox(
                "列",
                options,
                options.index(str(doubtful[0])) if doubtful else 0,
                format_func=lambda place: f"{mark.get(place, '')}{letters[int(place)]}「{by_place[place]['heading']}」",
                key=taking_in.key("column", at),
            )
            choices(at, by_place[picked], found)
        column = by_place[picked]
        st.markdown(f"{markdown.verbatim(column['reason'])}（確かさ {column['confidence']:.0%}）")
        if column["column"] in doubtful:
            st.button(
                "この列はこの読み方でよい", on_click=taking_in.confirm_column, args=(at, column["column"]), key=f"right_{at}"
            )


def choices(at: int, column: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """What a column is for, its year, its indicator; each change is a person's word."""
    part = f"{at}_{column['column']}"
    uses, years = list(found["uses"]), [NO_YEAR, *found["labels"]]
    word: dict[str, Any] = {"on_change": taking_in.settle_column, "args": (at, column["column"])}
    st.selectbox(
        "この列は",
        uses,
        uses.index(column["use"]),
        format_func=lambda code: found["uses"][code],
        key=taking_in.key("use", part),
        **word,
    )
    if column["use"] in found["yearly"]:
        year = str(column["year"]) if column["year"] else NO_YEAR
        st.selectbox(
            "年度",
            years,
            years.index(year) if year in years else 0,
            format_func=lambda code: f"{found['labels'][code]}（{code}年度）" if code in found["labels"] else code,
            key=taking_in.key("year", part),
            width=150,
            **word,
        )
    st.text_input("指標の名前", column["measure"], key=taking_in.key("measure", part), placeholder="列にあればそのまま", **word)


def give_year() -> None:
    """Let a person say the fiscal year of a table that names none."""
    years = [None, *range(date.today().year + 1, EARLIEST - 1, -1)]
    given = taking_in.state()["how"].get("year")
    st.selectbox(
        "この資料は何年度のものですか（西暦）",
        years,
        years.index(given),
        key=taking_in.key("given_year"),
        on_change=taking_in.settle_year,
        width=300,
        placeholder="年度を選ぶ",
    )


def choose_headings(found: Mapping[str, Any]) -> None:
    """Let a person say which lines of a file head its table, where none was found or another is meant."""
    sheets = found["sheets"]
    names = [sheet["name"] or "表" for sheet in sheets]
    now = next(iter(found["tables"]), None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = 0
        if len(sheets) > 1:
            start = names.index(now["sheet"]) if now and now["sheet"] in names else 0
            at = names.index(st.selectbox("シート", names, start, key=taking_in.key("sheet")))
        shown = sheets[at]
        places = range(len(shown["rows"]))
        is_here = now is not None and now["sheet"] == shown["name"] and now["last"] < len(places)
        starts = (now["first"], now["last"]) if now is not None and is_here else (0, 0)
        first, last = (
            st.selectbox(label, places, start, format_func=shown["lines"].__getitem__, key=taking_in.key(part, at), width=170)
            for label, part, start in (("見出しの初めの行", "first", starts[0]), ("終わりの行", "last", starts[1]))
        )
        st.button(
            "この行を見出しとして読む",
            on_click=taking_in.settle_headings,
            args=(shown["name"], at),
            key=taking_in.key("heads"),
            type="secondary",
        )
    picture.draw(grid_preview.of_lines(shown, range(min(first, last), max(first, last) + 1)), key=taking_in.key("lines", at))


def table(at: int, found: Mapping[str, Any]) -> None:
    """A table as it was understood: each column under what it is taken for; a press on that leads to its choices."""
    shown, mapping = found["tables"][at], found["mapping"]["tables"][at]
    columns = {column["column"]: column for column in mapping["columns"]}
    every = [columns.get(place, UNREAD) for place in range(len(shown["letters"]))]
    doubtful = [place for table_at, place in taking_in.doubtful(found) if table_at == at]
    uses = [column["use"] for column in every]
    if len(found["tables"]) > 1:
        st.header(f"{shown['sheet'] or '表'}　{shown['lines'][0]}から", anchor=False)
    key = taking_in.key("column", at)
    chosen = st.session_state.get(key)
    sheet = grid_preview.of_columns(
        shown,
        [column_words(column, found) for column in every],
        uses,
        doubtful=doubtful,
        rows=PREVIEW_ROWS,
        page=PATH,
        key=key,
        chosen=int(chosen) if chosen is not None else next(iter(doubtful), None),
    )
    note = f"見出しのあとに{shown['all_rows']:,}行。"
    note += "初めの行だけを示しています。" if shown["all_rows"] > PREVIEW_ROWS else ""
    legend = grid_preview.legend(uses, has_doubt=bool(doubtful))
    picture.draw(f'{sheet}{legend}<div class="quiet">{note}</div>', key=taking_in.key("table", at), sets=(key,))


def matches(found: Mapping[str, Any]) -> dict[str, int | None]:
    """The rows whose row in the edition before is in doubt, each for a person to settle."""
    settled: dict[str, int | None] = {}
    if not found["doubtful"]:
        return settled
    st.markdown(f"**前の版との対応を確かめてください（{len(found['doubtful'])}件）**")
    for match in found["doubtful"]:
        same, other = f"同じ事業（前の番号{match['before']}「{match['name_before']}」）", "新しい事業"
        label = f"番号{match['number']}「{match['name']}」（{match['reason']}）"
        picked = st.radio(label, [same, other], key=taking_in.key("match", match["number"]), horizontal=True)
        settled[str(match["number"])] = match["before"] if picked == same else None
    return settled


def confirm(name: str, data: bytes, found: Mapping[str, Any]) -> None:
    """Where the file belongs, and the button that takes it in."""
    predecessor = found["predecessor"]
    options = [f"「{one}」の次の版として取り込む" for one in found["names"]] + [NEW]
    start = found["names"].index(predecessor["name"]) if predecessor else len(options) - 1
    with st.container(border=True):
        st.subheader("取り込み先", anchor=False)
        picked = st.radio("取り込み先", options, start, key=taking_in.key("into"), label_visibility="collapsed")
        plan = found["names"][options.index(picked)] if picked != NEW else ""
        if predecessor and plan == predecessor["name"]:
            st.markdown(f"行の{predecessor['shared']:.0%}が前の版と同じです。")
        if picked == NEW:
            plan = st.text_input("計画の名前", found["title"], key=taking_in.key("name")).strip()
        settled = matches(found) if predecessor and plan == predecessor["name"] else {}
        if plan in found["names"] and picked == NEW:
            st.warning("同じ名前の計画があります。別の名前にするか、次の版として取り込んでください。")
        elif plan:
            st.button(
                "この読み方で取り込む",
                on_click=taking_in.take_in,
                args=(name, data, plan, settled),
                key="take_in",
                type="primary",
                width="stretch",
            )


def taken_in() -> None:
    """What became of the file that was taken in last."""
    answer = taking_in.outcome()
    if not answer:
        return
    if answer.get("trouble"):
        st.error(answer["trouble"].replace("\n", "  \n"), title="取り込めませんでした")
        return
    if answer.get("taken_back"):
        st.success(f"「{markdown.verbatim(answer['taken_back'])}」への取り込みを元に戻しました。")
        return
    plan = {"plan": [answer["name"]]}
    ways = [
        markdown.link("この計画の概要を開く", links.address("./", plan)),
        markdown.link("数値目標の図を見る", links.address("indicators", plan)),
        markdown.link("読み取りの確かでないところを確かめる", links.address("review", plan)),
    ]
    if answer["edition"] > 1:
        ways.append(
            markdown.link("前の版から変わったところを見る", links.address("plans", plan, **{links.COMPARED: links.OF_EDITIONS}))
        )
    st.success(
        f"「{markdown.verbatim(answer['name'])}」の{answer['edition']}版目として取り込みました。　" + "　".join(ways),
        title="取り込みました",
    )
    st.button("取り込みを元に戻す", on_click=taking_in.take_back, key="take_back")


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
        taking_in.forget_outcome()
        st.rerun()


def span(found: Mapping[str, Any]) -> str:
    """The years of a table: 'R4～R5'."""
    first, last = (found["labels"][str(year)] for year in (found["years"][0], found["years"][-1]))
    return first if first == last else f"{first}～{last}"


def answer(found: Mapping[str, Any]) -> str:
    """The title: what the file was read as, or the question that a person can answer."""
    if not found.get("trouble"):
        return f"{found['rows']:,}件、{span(found)}の表と読みました"
    return QUESTIONS.get(found.get("needs", ""), ("このファイルは読めません", ""))[0]


def understood(name: str, data: bytes, found: Mapping[str, Any]) -> None:
    """A file that was read: the table under what was understood of it, what to mend, where it goes."""
    doubtful = len(list(taking_in.doubtful(found)))
    if found["is_known_form"]:
        st.markdown("**前の版と同じ様式です。** 前に決めた読み方で読みました。このまま取り込めます。")
        confirm(name, data, found)
    elif found["mapping"] is None:
        st.markdown("文章の表として、見出しの語から読みました。列の読み方を変える必要はありません。")
    elif doubtful:
        st.markdown(f"**確かめる列が{doubtful}つ**あります。ほかの列も、色の付いた見出しを押すと変えられます。")
    else:
        st.markdown("読み方に疑わしい列はありません。違う列は、色の付いた見出しを押すと変えられます。")
    if len(found["tables"]) == 1 and not found["is_known_form"]:
        table(0, found)
        left, right = st.columns([3, 2])
        with left:
            mend(0, found)
        with right:
            confirm(name, data, found)
    else:
        tables(found)
        if not found["is_known_form"]:
            confirm(name, data, found)
    if found["notes"]:
        with st.expander(f"読み取りの気づき（{len(found['notes'])}件）"):
            st.markdown("\n".join(f"- {markdown.verbatim(note)}" for note in found["notes"]))
    if found["mapping"] is not None:
        unfolding.draw("見出しの行を選び直す", "lines", lambda: choose_headings(found))


def tables(found: Mapping[str, Any]) -> None:
    """Every table of a file with the choices about its columns."""
    for at in range(len(found["tables"])):
        table(at, found)
        mend(at, found)


def not_yet(found: Mapping[str, Any]) -> None:
    """A file that was not read, with the question that a person can answer, or with what else can be done."""
    needs = found.get("needs", "")
    if not needs:
        st.error(found["trouble"].replace("\n", "  \n"), title="読めませんでした")
        return
    st.markdown(f"{markdown.verbatim(found['what'])}**{QUESTIONS[needs][1]}**")
    if needs == "year":
        give_year()
    tables(found)
    if needs == "headings":
        choose_headings(found)
    else:
        unfolding.draw("見出しの行を選び直す", "lines", lambda: choose_headings(found))


def before() -> None:
    """What a person sees before a file is chosen: an example of how it will be shown."""
    st.markdown("ファイルを選ぶと、どの列をどう読んだかを、この例のように色で示します。直してから取り込めます。")
    sheet = grid_preview.of_columns(EXAMPLE, EXAMPLE_WORDS, EXAMPLE_USES, rows=2)
    picture.draw(sheet + grid_preview.legend(EXAMPLE_USES, has_doubt=False), key="intake_example")


def draw() -> None:
    """The page where files are taken in; its title tells how the file at hand was read."""
    head = st.container()
    with head:
        taken_in()
    file = st.file_uploader(
        "資料のファイル", KINDS, key=taking_in.upload_key(), label_visibility="collapsed", max_upload_size=MOST_MEGABYTES
    )
    if file is None:
        with head:
            heading.draw("市の資料をそのまま取り込めます", ABOUT)
        before()
    else:
        content = file.getvalue()
        found = taking_in.inspect(file.name, content)
        with head:
            heading.draw(answer(found), ABOUT)
        if found.get("trouble"):
            not_yet(found)
        else:
            understood(file.name, content, found)
    kept()


filters.chosen()
refused = uploads.refusal()
if refused:
    heading.draw("ここでは取り込みできません")
    st.markdown(refused)
else:
    draw()
