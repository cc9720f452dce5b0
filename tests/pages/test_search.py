"""検索 finds what the store's folded words hold, marks it, and says what to do where nothing is found."""

import json
import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Ask, OpenPage, pictures_on, unfolded, words_on

PAGE = "pages/search.py"


def counted(ask: Ask, word: str, condition: str = "true") -> tuple[object, ...]:
    return ask(
        f"""
        select count(distinct initiative_id), count(*) from search_place join initiative using (initiative_id)
        where contains(search_place.search_text, '{word}') and {condition}
        """
    )[0]


@pytest.mark.parametrize("find", ["line", "ＬＩＮＥ", "L I N E".replace(" ", "")])
def test_a_word_is_found_whatever_its_width_and_case(open_page: OpenPage, ask: Ask, find: str) -> None:
    initiatives, places = counted(ask, "line")
    opened = open_page(PAGE, {"find": find})
    assert opened.title[0].value == f"「{find}」は実施事業{initiatives}件の{places}か所に書かれています"
    assert ":blue-background[**LINE**]" in words_on(opened)


def test_all_words_stand_in_one_place(open_page: OpenPage, ask: Ask) -> None:
    places = ask("select count(*) from search_place where contains(search_text, 'ict') and contains(search_text, '研修')")[0][0]
    assert f"の{places}か所に" in open_page(PAGE, {"find": "ICT　研修"}).title[0].value


def test_the_sidebar_filter_holds(open_page: OpenPage, ask: Ask) -> None:
    initiatives, places = counted(ask, "情報", "department = '防災課'")
    title = open_page(PAGE, {"find": "情報", "department": "防災課"}).title[0].value
    assert title == f"「情報」は実施事業{initiatives}件の{places}か所に書かれています"


def test_year_and_kind_of_cell_narrow(open_page: OpenPage, ask: Ask) -> None:
    initiatives, places = counted(ask, "周知", "kind = 'result' and year = 2020")
    opened = open_page(PAGE, {"find": "周知", "find_year": "R2", "find_in": "評価"})
    assert opened.title[0].value == f"「周知」は実施事業{initiatives}件の{places}か所に書かれています"


def test_counts_by_year_and_section_add_up(open_page: OpenPage, ask: Ask) -> None:
    _, places = counted(ask, "周知")
    tables = [table.value for table in unfolded(open_page(PAGE, {"find": "周知"})).table]
    assert sum(table["計"].sum() for table in tables if "計" in table.columns) == places
    assert sum(table["か所"].sum() for table in tables if "か所" in table.columns) == places


def test_every_hit_links_to_its_initiative(open_page: OpenPage, ask: Ask) -> None:
    initiatives, _ = counted(ask, "line")
    links = [link.proto.label for link in open_page(PAGE, {"find": "LINE"}).get("page_link")]
    assert len([label for label in links if "の記載を見る" in label]) == initiatives


def offered(page: AppTest) -> list[tuple[str, str]]:
    """The words that are offered before a search, each with the count of its places."""
    row = re.compile(
        r'data-go="([^"]+)"><span class="name">([^<]+)<span class="heard">[^<]+</span></span>.*?class="num">([\d,]+)<'
    )
    found = [(json.loads(unescape(go)), word, places) for go, word, places in row.findall(pictures_on(page))]
    assert all(go == {"filter": "find", "value": word} for go, word, _ in found)
    return [(word, places) for _, word, places in found]


def test_before_a_search_words_of_the_table_are_offered_and_work(open_page: OpenPage) -> None:
    word, places = offered(open_page(PAGE))[0]
    title = open_page(PAGE, {"find": word}).title[0].value
    assert title.startswith(f"「{word}」は実施事業")
    assert title.endswith(f"の{places}か所に書かれています")


def test_the_words_of_the_filter_are_searched_for_while_the_box_is_empty(open_page: OpenPage, ask: Ask) -> None:
    initiatives, places = counted(ask, "line")
    assert open_page(PAGE, {"q": "LINE"}).title[0].value == f"「LINE」は実施事業{initiatives}件の{places}か所に書かれています"
    assert open_page(PAGE, {"q": "LINE", "find": "周知"}).title[0].value.startswith("「周知」は")


def test_suggested_words_come_by_how_often_they_occur_and_names_are_whole(open_page: OpenPage) -> None:
    systems = pictures_on(open_page(PAGE)).split("システム名・略語")[1].split("</section>")[0]
    counts = [int(count.replace(",", "")) for count in re.findall(r'class="num">([\d,]+)<', systems)]
    assert counts == sorted(counts, reverse=True)
    assert ">LIS<" not in systems


def test_no_hit_says_what_each_word_finds_by_itself(open_page: OpenPage, ask: Ask) -> None:
    _, places = counted(ask, "防災")
    opened = open_page(PAGE, {"find": "防災 存在しない言葉"})
    assert opened.title[0].value == "「防災 存在しない言葉」は見つかりません"
    assert f"「防災」だけなら {places}か所" in words_on(opened)
    assert "「存在しない言葉」だけなら 0か所" in words_on(opened)
    opened.button(key="clear_search").click().run()
    assert "よく出てくることばから探す" in words_on(opened)


@pytest.mark.parametrize("find", ["%", "'", "\\", "*", "[", "　"])
def test_signs_are_words_like_others(open_page: OpenPage, find: str) -> None:
    assert open_page(PAGE, {"find": find}).title[0].value
