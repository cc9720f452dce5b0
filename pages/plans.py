"""計画の比較: plans side by side by counts, bands and reasons; the same indicator in several; what an edition changed."""

import pandas as pd
import streamlit as st

from dashboard.database import queries
from dashboard.drawing import charts, edition_pictures, indicator_charts, picture, wide_tables
from dashboard.facts import series
from dashboard.frame import exports, filters, heading, links
from dashboard.frame.shown_query import Query
from dashboard.text import differences, markdown, words

CARD_WIDTH = 300
CHANGE_WIDTHS = {"番号": 4, "実施事業": 10, "担当課": 7, "前の版": 14, "新しい版": 14}
OPEN_ROWS = 30
NO_BAND = "判定なし"
PATH, CHANGE = "plans", "change"
VIEW = links.COMPARED
ACROSS, EDITIONS, VERDICTS = "計画どうし", links.OF_EDITIONS, "自治体の評価"
ABOUT = (
    "計画ごとに、評価のある最後の年度の件数です。計画ごとに事業の粒の大きさも年度も違います。"
    "割合を競うものではなく、どこに何件残っているかを見るものです。"
    "「改訂の差分」は、選んでいる計画の前の版と新しい版を比べます。絞り込みは「改訂の差分」と「自治体の評価」に効きます。"
)


def standing(by_year: pd.DataFrame) -> None:
    """The statuses of every plan in its last evaluated year, or of the only plan in every year, as bars with n."""
    is_one = by_year["name"].nunique() == 1
    shown = by_year if is_one else by_year[by_year["is_last"]]
    bars = [f"{row['label']}　{row['initiatives']}件" for row in shown.to_dict("records")]
    names = [] if is_one else [f"{name}<br>" for name in shown["name"]]
    shown = shown.assign(bar=[f"{name}{bar}" for name, bar in zip(names or [""] * len(bars), bars, strict=True)])
    of_what = "年度別" if is_one else "計画別、評価のある最後の年度"
    charts.panel(
        charts.stacked_shares(shown, words.STATUSES, "bar"),
        title=f"実施事業の状況（{of_what}、件数の割合）",
        summary="" if is_one else spoken_worst(shown),
        alt=f"{of_what}の実施事業の状況。" + charts.spoken(shown, words.STATUSES, "bar"),
        table=shown[["name", "label_ja", "initiatives", *words.STATUSES, "carried_over"]].set_axis(
            ["計画", "年度", "実施事業", *(word.label for word in words.STATUSES.values()), "繰越"], axis=1
        ),
        key="plans_standing",
        query=Query("plans/standing"),
    )


def spoken_worst(last: pd.DataFrame) -> str:
    """Where most is left undone, in a sentence of counts."""
    worst = last.sort_values("unmet", ascending=False).iloc[0]
    name, year, count, unmet = (worst[column] for column in ("name", "label_ja", "initiatives", "unmet"))
    return f"未達が最も多いのは「{markdown.verbatim(name)}」で、{year}の{count}件のうち{unmet}件です。"


def bands(targets: pd.DataFrame) -> None:
    """How many numeric targets of each plan stand in each band of the scale."""
    st.header("数値目標の達成率の区分（計画別、評価のある最後の年度、件数）")
    if targets.empty:
        st.markdown("どの計画にも、数値目標は読み取れていません。")
        return
    found = [words.band(row["attainment"], row["is_met"]) for row in targets.to_dict("records")]
    steps = [band.text for band in words.bands()]
    labelled = targets.assign(band=[band.text if band else NO_BAND for band in found])
    table = pd.crosstab(labelled["name"], labelled["band"]).reindex(columns=[*steps, NO_BAND], fill_value=0)
    table = table.reindex(list(dict.fromkeys(labelled["name"])))
    table.insert(0, "数値目標", table.sum(axis=1))
    shown = table.rename_axis("計画").reset_index()
    wide_tables.show(shown, alt="計画別の達成率の区分", widths={"計画": 12})
    st.caption(f"{words.scale_note()}。平均の達成率は出しません。単位も意味も違う目標の平均は、何も表さないためです。")
    exports.downloads(shown, "計画別の達成率の区分", key="plans_bands", query=Query("plans/targets"), of_year=False)


def reasons(found: pd.DataFrame) -> None:
    """Why work was left undone in each plan, counted over its years."""
    st.header("未達・繰越の理由（計画別、全年度、件数）")
    if found.empty:
        st.markdown("どの計画にも、未達・繰越はありません。")
        return
    labelled = found.assign(reason=[words.reason_text(None if pd.isna(code) else code) for code in found["reason"]])
    table = labelled.pivot_table(index="reason", columns="name", values="years", aggfunc="sum", fill_value=0)
    table = table[list(dict.fromkeys(labelled["name"]))]
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = table.rename_axis(index="理由", columns=None).reset_index()
    wide_tables.show(shown, alt="計画別の未達・繰越の理由", widths={"理由": 10})
    exports.downloads(shown, "計画別の未達・繰越の理由", key="plans_reasons", query=Query("plans/reasons"), of_year=False)


def shared(found: pd.DataFrame) -> None:
    """The same indicator name in several plans, as small charts side by side, each with its own unit and years."""
    st.header("同じ名前の指標")
    if found.empty:
        st.markdown("2つ以上の計画に同じ名前で出てくる指標はありません。")
        return
    plan_of = dict(zip(found["indicator_id"], found["plan"], strict=True))
    every = series.read(found)
    st.markdown(f"{found['name'].nunique()}種類の指標が、2つ以上の計画に出てきます。単位と数え方が同じとは限りません。")
    st.markdown(indicator_charts.key(every))
    labels = {point.year: point.label for one in every for point in one.points}
    with st.grid(3, min_column_width=CARD_WIDTH):
        for one in every:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{markdown.verbatim(one.heading)}**  \n{markdown.verbatim(str(plan_of[one.indicator_id]))}")
                own = {year: label for year, label in sorted(labels.items()) if one.at(year) is not None}
                st.plotly_chart(
                    indicator_charts.small(one, own),
                    config=charts.CONFIG,
                    alt=indicator_charts.spoken(one),
                    key=f"shared_{one.indicator_id}",
                )
    table = found[["plan", "name", "unit", "label", "target", "result"]].set_axis(
        ["計画", "指標", "単位", "年度", "目標", "実績"], axis=1
    )
    exports.downloads(table, "同じ名前の指標", key="plans_shared", query=Query("plans/shared_indicators"), of_year=False)


def editions(found: pd.DataFrame, chosen: queries.Filter) -> None:
    """What the newest editions of the plan in force changed: how much of each kind, then the words side by side."""
    if found.empty:
        st.markdown("次の年度の資料を「取り込み」で加えると、前の版から変わったところがここに出ます。")
        return
    kinds = list(dict.fromkeys(found["kind"]))
    st.header("何が変わったか（件数）", anchor=False)
    marked = st.session_state.get(CHANGE)
    picture.draw(edition_pictures.kinds(found["kind"], PATH, CHANGE, marked, {VIEW: EDITIONS}), key="changes", sets=(CHANGE,))
    st.header("改訂の差分", anchor=False)
    picked = st.pills("種類", kinds, key=CHANGE, default=None, bind="query-params")
    rows = found if picked is None else found[found["kind"] == picked]
    if rows["before"].ne("").any() and rows["after"].ne("").any():
        st.markdown(differences.LEGEND)
    compared = [side_by_side(row["before"], row["after"]) for row in rows.to_dict("records")]
    plain = pd.DataFrame(
        {
            "番号": rows["number"],
            "実施事業": rows["activity"],
            "担当課": rows["department"],
            "変わったこと": rows["kind"],
            "年度": rows["label"].fillna(""),
            "指標": rows["subject"],
            "前の版": rows["before"],
            "新しい版": rows["after"],
        }
    )
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        実施事業=plain["実施事業"].map(markdown.verbatim),
        指標=plain["指標"].map(markdown.verbatim),
        前の版=[before for before, _ in compared],
        新しい版=[after for _, after in compared],
    )
    wide_tables.show(linked, alt="改訂の差分", widths=CHANGE_WIDTHS | {"指標": 7}, folded_after=OPEN_ROWS)
    exports.downloads(plain, "改訂の差分", key="edition_changes", query=Query("edition_changes", chosen), of_year=False)


def side_by_side(before: str, after: str) -> tuple[str, str]:
    """Both words as Markdown, what only one has marked in it."""
    if not before or not after:
        return markdown.verbatim(before), markdown.verbatim(after)
    changed = differences.changes(before, after)
    return differences.struck(before, changed.before), differences.stressed(after, changed.after)


def verdicts(found: pd.DataFrame, chosen: queries.Filter) -> None:
    """Where the body's own verdict on a year and what was read of it are not the same."""
    other = found[found["is_other"]]
    st.markdown(
        f"自治体自身の評価が{len(found):,}件あります。そのうち{len(other):,}件は、資料の数値や文から読み取った達成・未達と違います。"
        "どちらかが誤りとは限りません。評価の基準が違うこともあります。"
    )
    if other.empty:
        return
    plain = other.drop(columns="is_other").set_axis(
        ["番号", "実施事業", "担当課", "年度", "指標", "自治体の評価", "評価の意味", "目標", "実績", "読み取り"], axis=1
    )
    linked = plain.assign(
        番号=[markdown.link(str(number), links.initiative_address(number)) for number in plain["番号"]],
        **{name: plain[name].map(markdown.verbatim) for name in ("実施事業", "指標", "自治体の評価", "評価の意味")},
    )
    wide_tables.show(linked, alt="自治体の評価と読み取りの違い", widths={"番号": 4, "実施事業": 12}, folded_after=OPEN_ROWS)
    exports.downloads(plain, "自治体の評価と読み取りの違い", key="verdicts", query=Query("verdicts", chosen), of_year=False)


def across(by_year: pd.DataFrame) -> None:
    """Plans side by side; of a single plan its years."""
    if by_year.empty:
        st.markdown("評価のある年度がまだないため、比べる件数がありません。")
        return
    standing(by_year)
    if by_year["name"].nunique() == 1:
        st.markdown("別の計画を「取り込み」で加えると、計画どうしの件数がここに並びます。")
        return
    bands(queries.frame("plans/targets"))
    reasons(queries.frame("plans/reasons"))
    shared(queries.frame("plans/shared_indicators"))


def title(view: str, by_year: pd.DataFrame, changes: pd.DataFrame, verdicts_found: pd.DataFrame) -> str:
    """The answer of a view in one breath."""
    if view == EDITIONS and len(changes):
        return f"前の版から{len(changes):,}か所が変わりました"
    if view == EDITIONS:
        is_first = len(queries.frame("documents")) == 1
        return "この計画の版は、まだ1つです" if is_first else "前の版から変わったところはありません"
    if view == VERDICTS:
        return f"読み取りと違う自治体の評価は{int(verdicts_found['is_other'].sum()):,}件です"
    last = by_year[by_year["is_last"]]
    plans = by_year["name"].nunique()
    if plans <= 1:
        return "比べる計画は、まだ1つです" if plans else "比べる評価は、まだありません"
    return f"{plans}計画{int(last['initiatives'].sum()):,}件のうち未達は{int(last['unmet'].sum()):,}件です"


chosen = filters.without_year(filters.chosen())
by_year = queries.frame("plans/standing")
changes = queries.frame("edition_changes", chosen)
verdicts_found = queries.frame("verdicts", chosen)

head = st.container()
views = [ACROSS, EDITIONS, *([VERDICTS] if len(verdicts_found) else [])]
view = st.segmented_control(
    "見るもの", views, default=ACROSS, required=True, key=VIEW, bind="query-params", label_visibility="collapsed"
)
with head:
    heading.draw(title(view, by_year, changes, verdicts_found), ABOUT)
if view == EDITIONS:
    editions(changes, chosen)
elif view == VERDICTS:
    verdicts(verdicts_found, chosen)
else:
    across(by_year)
