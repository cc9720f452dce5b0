"""The same plan's name in all rows is the title of the document, and names none of its items."""

from loaders.records.reading import read_document

HEADING = "計画名,指標名,年度,目標値,実績値"


def test_the_plans_name_in_all_rows_is_the_documents_title_and_no_project() -> None:
    rows = [f"山の農業プラン,{name},R{year},1{year},9" for name in ("新しい農家", "間伐の広さ") for year in (4, 5)]
    document = read_document("\n".join((HEADING, *rows)).encode(), "a.csv")
    assert document.title == "山の農業プラン"
    assert [(i.program_name, i.activity) for i in document.initiatives] == [("", "新しい農家"), ("", "間伐の広さ")]


def test_names_of_several_plans_name_what_the_rows_are_of() -> None:
    rows = [f"{plan},{name},R5,12,9" for plan, name in (("山の計画", "農家"), ("海の計画", "漁家"), ("川の計画", "釣り人"))]
    document = read_document("\n".join((HEADING, *rows)).encode(), "a.csv")
    assert [i.program_name for i in document.initiatives] == ["山の計画", "海の計画", "川の計画"]
