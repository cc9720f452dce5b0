"""会議用1枚 holds a year of the plan, or of one section, in one picture."""

from tests.pages.conftest import Ask, OpenPage, pictures_on, words_on

PAGE = "pages/sheet.py"


def test_the_whole_plan_is_every_matter_and_the_first_to_talk_about(open_page: OpenPage, ask: Ask) -> None:
    opened = open_page(PAGE, {"year": "R2"})
    assert opened.title[0].value.startswith("R2 目標32件：")
    drawn = pictures_on(opened)
    matters = ask("select count(*) from initiative_matter where is_head")[0][0]
    assert drawn.count('class="strip"') == matters
    assert "今日話し合うこと" in drawn


def test_a_section_is_told_by_the_names_of_its_matters_and_targets(open_page: OpenPage, ask: Ask) -> None:
    opened = open_page(PAGE, {"year": "R2", "department": "指導課"})
    assert opened.title[0].value.startswith("指導課")
    drawn = pictures_on(opened)
    for (activity,) in ask("select activity from initiative where department = '指導課'"):
        assert str(activity) in drawn
    assert 'class="strip"' not in drawn


def test_it_is_said_how_the_sheet_is_printed_but_not_on_the_sheet(open_page: OpenPage) -> None:
    assert "sheet?print=1" in words_on(open_page(PAGE))
    assert "A4の1枚として開く" not in words_on(open_page(PAGE, {"print": "1"}))
