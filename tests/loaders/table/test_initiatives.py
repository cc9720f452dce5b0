"""What a row of the printed table is called: by its activity, or by a program that is its own."""

from loaders.table.document import parse_document


def subjects(*programs: str) -> list[str]:
    """What the rows of a table with these programs are about; each does 経費の節減."""
    lines = ["番号\t事業名\t担当課\t取組内容\tR2計画\tR2実績"]
    lines += [f"{at}\t{name}\t財政課\t経費の節減\t10件\t9件" for at, name in enumerate(programs, start=1)]
    return [row.subject for row in parse_document("\n".join(lines) + "\n", "表.txt").initiatives]


def test_a_program_that_is_one_row_s_alone_names_it_and_one_of_several_rows_does_not() -> None:
    assert subjects("収支比率の改善", "窓口の改善") == ["収支比率の改善", "窓口の改善"]
    assert subjects("行政の改革", "行政の改革", "窓口の改善") == ["経費の節減"] * 3
