"""A system prints its title and headings again on every page, and 〃 for what a row shares with the one above it."""

from loaders.records.reading import read_document

HEAD = "帳票Ｎｏ．Z-7,,,,,,作成日　R07.07.01,{}\n,,いずみの里計画　進捗一覧,,,,,\n"
NAMES = "章,担当,指標名,単位,年度,目標値,実績値,備考\n"
PAGES = (
    "第１章,花の係,花壇の数,か所,令和5,3,2,\n,〃,〃,〃,令和6,4,4,\n,,,,,,,\n",
    ",〃,水やりの人数,人,令和5,20,18,\n,〃,〃,〃,令和6,22,集計中,\n,,,,,,,\n",
    "第２章,木の係,植えた木,本,令和5,100,120,\n,〃,〃,〃,令和6,110,90,\n",
)


def test_rows_of_a_year_go_on_over_pages_by_the_signs_that_stand_for_their_names() -> None:
    text = "".join(HEAD.format(f"{at}頁") + NAMES + page for at, page in enumerate(PAGES, 1))
    found = read_document(text.encode("cp932"), "一覧.csv").initiatives
    assert [(" ".join(one.groups), one.department, one.measures[0].name, one.measures[0].unit) for one in found] == [
        ("第１章", "花の係", "花壇の数", "か所"),
        ("第１章", "花の係", "水やりの人数", "人"),
        ("第２章", "木の係", "植えた木", "本"),
    ]
    values = [[(v.year, v.value) for v in one.measures[0].stated] for one in found]
    assert values == [
        [(2023, 3.0), (2023, 2.0), (2024, 4.0), (2024, 4.0)],
        [(2023, 20.0), (2023, 18.0), (2024, 22.0)],
        [(2023, 100.0), (2023, 120.0), (2024, 110.0), (2024, 90.0)],
    ]


def test_the_lines_of_a_page_above_its_headings_are_no_rows_and_no_section() -> None:
    text = "".join(HEAD.format(f"{at}頁") + NAMES + page for at, page in enumerate(PAGES, 1))
    document = read_document(text.encode("cp932"), "一覧.csv")
    assert not {"帳票Ｎｏ．Z-7", "いずみの里計画　進捗一覧"} & {one.program_name for one in document.initiatives}
    assert len(document.initiatives) == 3
