"""A column is for the same in all tables of a form: what the few rows of one do not show those of the others do."""

from loaders.grid.grid import Format, Grid, Sheet
from loaders.mapping.model.mapping import Use
from loaders.mapping.proposing import propose
from loaders.model import Role
from loaders.records.documents import document_of

HEADINGS = (("番号", "指標", "単位", "令和5年度", "", "実績の説明・課題"), ("", "", "", "目標値", "実績値", ""))
FIRST = (
    ("1", "出前講座の受講者", "人", "300", "312", "町内会を通じて回覧したところ、申込みが早くから埋まった。"),
    ("2", "貸出しの点数", "点", "900", "870", "休館の月があったため、前の年より少なくなった。"),
    ("3", "読み聞かせの参加者", "人", "120", "133", "土曜日にも開いたところ、父親の参加が増えた。"),
)
LAST = (
    ("4", "花壇の数", "か所", "20", "21", "花壇を増やすことを目指し、町内会と話し合った。"),
    ("5", "植えた木", "本", "80", "90", "山の学校の子どもが植えた。"),
)


def uses(*sheets: tuple[tuple[str, ...], ...]) -> list[list[Use]]:
    grid = Grid("a.pdf", Format.PDF, tuple(Sheet(f"{at}ページ", (*HEADINGS, *rows)) for at, rows in enumerate(sheets, 1)))
    return [[column.use for column in table.columns] for table in propose(grid).tables]


def test_the_rows_of_a_last_page_are_read_as_those_of_the_pages_before() -> None:
    first, last = uses(FIRST, LAST)
    assert first == last
    assert uses(LAST) != [last]


def test_what_a_few_rows_count_in_words_is_no_value_where_their_form_tells_it_in_sentences() -> None:
    headings = ((*HEADINGS[0][:-1], "令和5年度の取組状況"), HEADINGS[1])
    last = [(*row[:-1], told) for row, told in zip(LAST, ("市指定2件を追加した。", "年4回実施"), strict=True)]
    sheets = [Sheet(f"{at}ページ", (*headings, *rows)) for at, rows in enumerate((FIRST, last), 1)]
    grid = Grid("a.pdf", Format.PDF, tuple(sheets))
    results = [value for one in document_of(grid, propose(grid)).initiatives for m in one.measures for value in m.stated]
    assert [value.value for value in results if value.role is Role.RESULT] == [312, 870, 133, 21, 90]
