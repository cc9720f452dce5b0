"""The frame of every page: the store is made ready, one filter is drawn in the sidebar, then the chosen page runs."""

import streamlit as st

from dashboard.browser import marking, mending, printing
from dashboard.database import store
from dashboard.frame import entrance, filter_address, filters_told, opening, page_addresses, plans
from dashboard.intake import uploads
from dashboard.settling import open_doubts, service
from loaders.intake.uploading import Uploads
from loaders.store.correcting import Correcting
from loaders.store.loading import LOADS
from serving import measures

NAME = "計画の進行管理"
st.set_page_config(page_title=NAME, page_icon="📊", layout="wide", initial_sidebar_state=280)
mending.send()
entrance.require()

PAGES = [
    st.Page("pages/overview.py", title="概要", url_path="top", default=True),
    st.Page("pages/indicators.py", title="数値目標", url_path="indicators"),
    st.Page("pages/unmet.py", title="未達・繰越", url_path="unmet"),
    st.Page("pages/steps.py", title="次にすること", url_path="steps"),
    st.Page("pages/departments.py", title="担当課", url_path="departments"),
    st.Page("pages/goals.py", title="目標体系", url_path="goals"),
    st.Page("pages/initiative.py", title="実施事業", url_path="initiative"),
    st.Page("pages/search.py", title="検索", url_path="search"),
    st.Page("pages/insights.py", title="比較・気づき", url_path="insights"),
    st.Page("pages/plans.py", title="計画の比較", url_path="plans"),
    st.Page("pages/review.py", title=open_doubts.title(), url_path="review"),
    st.Page("pages/takeaway.py", title="資料・ダウンロード", url_path="takeaway"),
    st.Page("pages/sheet.py", title="会議用1枚", url_path="sheet"),
    st.Page("pages/data.py", title="データについて", url_path="data"),
    st.Page("pages/intake.py", title="取り込み", url_path="intake"),
    st.Page("pages/guide.py", title="使い方", url_path="guide"),
]
# The page that opens first has no path in the address: its url_path is never seen.
FIRST = "overview"
# These speak of one initiative or of the whole store, so a filter that matches nothing does not empty them.
UNFILTERED = ("initiative", "plans", "data", "intake", "guide")


def draw() -> None:
    """Draw the choice of a plan, its filter and, where it lets anything through, the page."""
    with measures.page(page.url_path or FIRST), store.one_plan(plans.choose()):
        draw_plan()


def draw_plan() -> None:
    """Draw the filter and the page of the plan in force."""
    chosen = filter_address.sidebar()
    with st.sidebar:
        printing.entry(page.url_path)
        entrance.sidebar()
    printing.imprint()
    if filters_told.line(chosen) or page.url_path in UNFILTERED:
        asked.run()
    else:
        filters_told.nothing_matches(chosen)


# Each page is the file of its name in the address.
hidden = page_addresses.by_names({page.url_path or FIRST: page for page in PAGES}, {FIRST: FIRST})
asked = st.navigation([*PAGES, *hidden.values()], expanded=True)
page = page_addresses.meant(asked, PAGES)
if page is not asked:
    marking.mark(page.url_path)
st.set_page_config(page_title=f"{open_doubts.bare(page.title)}｜{NAME}")
uploads.use(Uploads())
service.use(Correcting())
opening.require_store(LOADS)
opening.run(draw)
