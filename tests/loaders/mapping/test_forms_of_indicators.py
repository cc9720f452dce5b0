"""A form tells of one section on top, of several indicators below each other, and of all of them in its last lines."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.proposing import propose
from loaders.model import Initiative, Role
from loaders.records.documents import document_of

YEARS = ("年度", "基準\n(R2)", "R3", "R4", "R5")


def padded(*lines: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((*line, *[""] * (len(YEARS) + 1 - len(line))) for line in lines)


def form(at: int, section: str, office: str, *names: str) -> tuple[tuple[str, ...], ...]:
    lines: list[tuple[str, ...]] = [(f"施策 {at}", section, "", "", "担当部署", office)] if office else []
    for order, name in enumerate(names):
        lines += [
            (f"指標{'①②③'[order]}", name, "", "", "単位", "人"),
            YEARS,
            ("目標値", "＼", "30", "40", "50"),
            ("実績値", "21", f"2{at}", "41", "集計中"),
        ]
    lines += [("評価", "Ｂ", "理由", "出前講座8回により伸びた。"), ("今後の課題", "若い人に知ってもらう。"), (), ()]
    return padded(*lines)


def read(*forms: tuple[tuple[str, ...], ...]) -> tuple[Initiative, ...]:
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("シート", tuple(line for lines in forms for line in lines)),))
    return document_of(grid, propose(grid)).initiatives


FORMS = (
    form(1, "川に親しむ", "河川課", "川の教室の受講者", "水辺の会の登録者"),
    form(2, "里に親しむ", "農政課", "田の教室の受講者", "里の会の登録者"),
)


def test_a_forms_second_indicator_is_of_the_section_that_its_head_tells() -> None:
    found = [(row.program_name, row.department, row.measures[0].name) for row in read(*FORMS)]
    assert found == [
        ("川に親しむ", "河川課", "川の教室の受講者"),
        ("川に親しむ", "河川課", "水辺の会の登録者"),
        ("里に親しむ", "農政課", "田の教室の受講者"),
        ("里に親しむ", "農政課", "里の会の登録者"),
    ]


def test_a_form_with_a_section_of_its_own_and_no_office_is_not_of_the_office_above() -> None:
    lines = form(2, "里に親しむ", "農政課", "田の教室の受講者")
    without = (("施策 2", "里に親しむ", "", "", "", ""), *lines[1:])
    *_, last = read(FORMS[0], without)
    assert (last.measures[0].name, last.department) == ("田の教室の受講者", "不明")


def test_what_a_form_tells_of_all_years_in_its_last_line_is_of_the_last_year_with_a_result() -> None:
    _, second, *_ = read(*FORMS)
    assert [(grade.year, grade.words) for grade in second.grades] == [(2022, "Ｂ")]
    told = [cell.place.year for cell in second.cells if "出前講座" in cell.text]
    assert told == [2022]
    stated = [(value.role, value.year, value.value) for value in second.measures[0].stated]
    assert stated == [
        (Role.TARGET, 2021, 30),
        (Role.TARGET, 2022, 40),
        (Role.TARGET, 2023, 50),
        (Role.BASELINE, None, 21),
        (Role.RESULT, 2021, 21),
        (Role.RESULT, 2022, 41),
    ]


def test_a_cell_that_is_struck_out_holds_nothing() -> None:
    first, *_ = read(*FORMS)
    assert all("＼" not in cell.text for cell in first.cells if cell.place.year is not None)
    grid = Grid("a.xlsx", Format.EXCEL, (Sheet("シート", FORMS[0]),))
    told = [finding.message for finding in document_of(grid, propose(grid)).findings]
    assert not any("＼" in message for message in told)
