"""What a careful reader sees in a damaged row, the alignment sees; rows in order stay as they are; no word is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.alignment.alignment import Alignment, align
from loaders.alignment.costs import OTHER_YEAR, RowTexts
from loaders.alignment.cues import CLOSING, read_signs
from loaders.alignment.search import Arrangement, Piece
from loaders.model import Initiative, Kind, Place, PrintedCell
from loaders.prose.moods import ENDS, moods
from loaders.table.document import Document
from tests.bench.mutations import measure
from tests.loaders.mutations import mutate, nothing_lost, places_read, with_texts
from tests.loaders.untold import Damage, Doubt, why_untold

PLACES = (Place(Kind.BASELINE_GOAL, None), *(Place(k, y) for y in (2017, 2018, 2019) for k in (Kind.PLAN, Kind.RESULT)))
LAST_PLAN = Place(Kind.PLAN, 2020)

BASE = "【現状】年1回、冊子を発行している。 【目標】利用の周知を図る。"
PLAN = "引き続き、ホームページへの掲載を行い、冊子を発行する。 【目標】1回"
PLAN_AGAIN = "引き続き、ホームページへの掲載と情報更新を行い、冊子を発行する。 【目標】1回"
RESULT = "ホームページに生涯学習ガイドを掲載し、冊子を発行した。 【結果/目標】1/1回 【発行冊数】300冊"
RESULT_AGAIN = "ホームページに生涯学習ガイドを掲載し、冊子を発行した。 【結果/目標】1/1回 【発行冊数】169冊"


def a_row(texts: Sequence[str], places: Sequence[Place] = (*PLACES, LAST_PLAN), number: int = 1) -> Initiative:
    """Return a row with these words under these headings."""
    cells = tuple(PrintedCell(place, text) for place, text in zip(places, texts, strict=True))
    return Initiative(
        number, "2", "2-①", "2-①-ア", "学習環境の充実", True, "生涯学習課", None, None, "情報提供の充実", 1, cells
    )


def moves(alignment: Alignment) -> list[tuple[Place, Place, str]]:
    return [(c.printed, c.place, c.rule) for c in alignment.cells if c.is_moved and c.text.strip()]


def kinds(alignment: Alignment) -> list[str]:
    return [finding.kind for finding in alignment.findings]


IN_ORDER = (BASE, PLAN, RESULT, PLAN, RESULT, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN)


def test_a_row_in_order_stays_as_printed() -> None:
    (alignment,) = align([a_row(IN_ORDER)])
    assert not moves(alignment)
    assert not alignment.findings


def test_a_lost_cell_moves_what_follows_back_to_its_heading() -> None:
    (alignment,) = align([a_row((BASE, PLAN, RESULT, PLAN, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN, ""))])
    assert moves(alignment) == [
        (PLACES[4], PLACES[5], "lost_cell"),
        (PLACES[5], PLACES[6], "lost_cell"),
        (PLACES[6], LAST_PLAN, "lost_cell"),
    ]
    assert kinds(alignment) == ["moved_cell"] * 3


def test_swapped_neighbours_change_places() -> None:
    (alignment,) = align([a_row((BASE, PLAN, RESULT, RESULT, PLAN, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN))])
    assert moves(alignment) == [(PLACES[3], PLACES[4], "swapped"), (PLACES[4], PLACES[3], "swapped")]


COUNTS = tuple(f"【会員数】{count}人" for count in (450, 468, 500, 502, 540, 497, 540))


def test_bare_counts_move_where_only_evaluations_are_such_and_stay_where_the_tables_plans_are() -> None:
    sentences = (
        "会員を450人に増やす。",
        COUNTS[1],
        "会員を500人に増やす。",
        COUNTS[3],
        "会員を540人に増やす。",
        COUNTS[5],
        COUNTS[6],
    )
    shifted = a_row((BASE, sentences[0], COUNTS[1], COUNTS[3], sentences[2], COUNTS[5], sentences[4], ""))
    elsewhere = [a_row((BASE, *sentences), number=number) for number in (2, 3, 4)]
    assert moves(align([shifted, *elsewhere])[0])
    as_usual = [a_row((BASE, *COUNTS), number=number) for number in (2, 3, 4)]
    swapped = a_row(
        (BASE, COUNTS[0], COUNTS[1], "体験会を開き、会員が502人になった。", "体験会を開き、会員を500人に増やす。", *COUNTS[4:])
    )
    assert moves(align([swapped, *as_usual])[0]) == [(PLACES[3], PLACES[4], "swapped"), (PLACES[4], PLACES[3], "swapped")]
    assert not any(moves(alignment) for alignment in align(as_usual))


def test_a_comment_behind_a_sign_says_nothing_of_the_cell_before_it() -> None:
    plan = "【延床面積】176,500㎡ ※個別施設計画に合わせ当初の175,000㎡を改めた。"
    assert read_signs(plan).as_plan == read_signs("【延床面積】176,500㎡").as_plan
    assert read_signs("※当初の175,000㎡を改めた。").as_plan >= 3.0


def test_merged_cells_are_cut_where_the_mood_turns() -> None:
    merged = f"{PLAN} {RESULT}"
    (alignment,) = align([a_row((BASE, PLAN, RESULT, merged, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN, ""))])
    pieces = [c.text.strip() for c in alignment.cells if c.printed == PLACES[3]]
    assert pieces == [PLAN, RESULT]
    assert kinds(alignment).count("split_cell") == 1


def test_an_evaluation_copied_from_its_plan_stays_where_the_next_plan_is_there() -> None:
    (alignment,) = align([a_row((BASE, PLAN, PLAN, PLAN, RESULT, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN))])
    assert not moves(alignment)


def test_results_under_a_plan_that_nothing_explains_are_doubted_in_place() -> None:
    (alignment,) = align([a_row((BASE, PLAN, RESULT, RESULT, RESULT, PLAN_AGAIN, RESULT_AGAIN, PLAN_AGAIN))])
    doubted = [c for c in alignment.cells if c.confidence < 0.5]
    assert doubted
    assert not moves(alignment)
    assert "suspect_alignment" in kinds(alignment)


def test_a_plan_that_ended_early_stays_as_printed() -> None:
    (alignment,) = align([a_row((BASE, PLAN, RESULT, "共催相手の移転に伴い、平成29年度で終了した。", "", "", "", ""))])
    assert not moves(alignment)


def test_headings_may_stand_in_any_order_and_without_a_baseline() -> None:
    places = (Place(Kind.PLAN, 2022), Place(Kind.RESULT, 2022), Place(Kind.PLAN, 2021), Place(Kind.RESULT, 2021))
    (alignment,) = align([a_row((PLAN, RESULT, RESULT, PLAN_AGAIN), places)])
    assert moves(alignment) == [(places[2], places[3], "swapped"), (places[3], places[2], "swapped")]


def test_numbers_in_columns_of_their_own_stay() -> None:
    (alignment,) = align([a_row(("100人", "120人", "118人", "130人", "", "140人", "150人", "160人"))])
    assert not moves(alignment)


def test_an_empty_row_and_no_rows_are_read() -> None:
    assert align([]) == ()
    (alignment,) = align([a_row([""] * 8)])
    assert not alignment.findings


def test_words_of_another_row_are_named_and_doubted() -> None:
    bodies = "会議結果を公表した。 【内容】地域包括支援センター運営協議会 {}回 高齢者虐待防止ネットワーク連絡協議会 1回"
    home = a_row((BASE, PLAN, bodies.format(2), PLAN, bodies.format(3), PLAN, bodies.format(4), PLAN), number=60)
    strange = (BASE, PLAN, RESULT, PLAN, RESULT, PLAN_AGAIN, bodies.format(4), PLAN_AGAIN)
    _, alignment = align([home, a_row(strange, number=63)])
    (cell,) = (c for c in alignment.cells if c.rule == "foreign_text")
    assert cell.printed == cell.place == PLACES[6]
    assert cell.confidence < 0.5
    assert "番号60" in alignment.findings[0].message


@pytest.mark.parametrize(
    "said",
    [
        "4/4回 ※LINEでの発信は9回",
        "9,813人/10,000人(329人増)",
        "【回数】1,200/1,500人",
        "目標4回→実績3回(紙面の都合による)",
        "目標50件に対し43件",
    ],
)
def test_what_answers_a_target_is_no_plan(said: str) -> None:
    assert read_signs(said).as_plan >= 3.0
    assert read_signs(said).as_result == 0.0


@pytest.mark.parametrize("said", ["4/1から受付", "【目標】4回", "年4回掲載する。", "3回／100人"])
def test_a_date_or_a_target_answers_nothing(said: str) -> None:
    assert read_signs(said).as_plan == 0.0


@pytest.mark.parametrize(("mood", "pattern", "example"), ENDS)
def test_each_ending_is_read_from_its_example(mood: str, pattern: str, example: str) -> None:
    assert moods(example)[-1] == mood, pattern


@pytest.mark.parametrize(
    "words", ["事業として、終了とする。", "導入は見送ることとした。", "ITボランティアの解散により事業終了。"]
)
def test_last_words_close_a_row(words: str) -> None:
    assert CLOSING.search(words)


@pytest.mark.parametrize(
    ("text", "kind"), [(PLAN, Kind.PLAN), (RESULT, Kind.RESULT), (BASE, Kind.BASELINE_GOAL), ("【目標】4回", Kind.PLAN)]
)
def test_words_are_cheapest_as_the_kind_they_are(text: str, kind: Kind) -> None:
    signs = read_signs(text)
    assert signs.cost(kind) == min(signs.cost(other) for other in Kind)


def test_merged_last_cells_are_cut_where_the_last_plan_is_missing() -> None:
    (alignment,) = align([a_row((*IN_ORDER[:6], f"{RESULT_AGAIN} {PLAN_AGAIN}", ""))])
    assert [(c.place, c.text.strip()) for c in alignment.cells[-3:-1]] == [(PLACES[6], RESULT_AGAIN), (LAST_PLAN, PLAN_AGAIN)]


def test_a_plan_that_another_plan_begins_with_is_not_cut_in_a_row_in_order() -> None:
    longer = f"{PLAN} 講座の案内を加える。"
    (alignment,) = align([a_row((BASE, PLAN, RESULT, longer, RESULT_AGAIN, PLAN, RESULT_AGAIN, PLAN_AGAIN))])
    assert not moves(alignment)


DISGUISED = "ホームページの内容の充実を検討する。"


@pytest.mark.parametrize(
    ("texts", "damage", "cell", "doubt"),
    [
        (IN_ORDER, Damage.DROP, 3, None),
        ((BASE, PLAN, PLAN, PLAN, RESULT, PLAN, RESULT, PLAN), Damage.DROP, 1, Doubt.SAME_WORDS),
        ((BASE, PLAN, RESULT, "ボランティアの解散により事業終了。", "", "", "", ""), Damage.DROP, 2, Doubt.LAST_WORDS),
        ((BASE, PLAN, RESULT, PLAN, DISGUISED, PLAN_AGAIN, RESULT, PLAN), Damage.SWAP, 3, Doubt.WORDING),
        ((BASE, PLAN, RESULT, PLAN, DISGUISED, PLAN_AGAIN, RESULT, PLAN), Damage.SWAP, 1, None),
    ],
)
def test_damage_that_nobody_could_see_is_known(texts: Sequence[str], damage: Damage, cell: int, doubt: Doubt | None) -> None:
    assert why_untold(a_row(texts), damage, cell) is doubt


def test_no_character_of_the_document_is_lost(document: Document) -> None:
    assert all(nothing_lost(i, a) for i, a in zip(document.initiatives, align(document.initiatives), strict=True))


def test_most_broken_rows_are_put_right_and_the_others_are_left_alone(document: Document) -> None:
    result = measure(document.initiatives, 150, seed=3)
    assert result.restored_share >= 0.88
    assert result.changed_share <= 0.005


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_character_is_lost_under_any_damage(document: Document, data: st.DataObject) -> None:
    initiative = data.draw(st.sampled_from(document.initiatives))
    damage = data.draw(st.sampled_from(list(Damage)))
    broken = mutate(initiative, damage, data.draw(st.integers(0, len(initiative.cells) - 2))).initiative
    (alignment,) = align([broken])
    assert nothing_lost(broken, alignment)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text("。 【結果/目標】3回行うった図るa\n", max_size=30), min_size=8, max_size=8))
def test_no_character_of_any_words_is_lost(texts: list[str]) -> None:
    row = a_row(texts)
    assert nothing_lost(row, align([row])[0])


def test_aligned_rows_are_left_as_they_are(document: Document) -> None:
    for initiative, alignment in zip(document.initiatives, align(document.initiatives), strict=True):
        if any(cell.rule == "surplus" for cell in alignment.cells):
            continue
        read = places_read(alignment)
        again = with_texts(initiative, [read.get(cell.place, "") for cell in initiative.cells])
        assert places_read(align([again])[0]) == read, initiative.number


@pytest.mark.parametrize(
    "text", ["12,597人(令和3年3月31日現在)", "12,597人 (R3.3.31)", "2021年3月31日時点 12,597人", "R2は12,597人に達した。"]
)
def test_a_day_at_which_a_cell_counts_and_a_year_that_it_opens_with_are_dear_in_another_year(text: str) -> None:
    places = (Place(Kind.RESULT, 2019), Place(Kind.RESULT, 2020))
    row = RowTexts((text, ""), places)
    assert row.words_fit(text, 0) - row.words_fit(text, 1) == OTHER_YEAR


def test_only_pieces_with_words_that_stand_elsewhere_are_moved() -> None:
    pieces = (Piece(0, 0, 0, 5, ""), Piece(1, 2, 0, 0, ""), Piece(2, 1, 0, 5, ""), Piece(3, 3, 0, 0, ""), Piece(4, 5, 0, 1, ""))
    assert Arrangement(0.0, pieces).moved == 2


def test_an_aim_in_words_is_as_out_of_place_under_a_result_as_its_label() -> None:
    assert (
        read_signs("60回を目標とし、端末を25台追加する。").as_result
        == read_signs("【目標】60回 端末を追加する。").as_result
        == 2.0
    )
    assert read_signs("60回を目標とし、46回開いた。").as_result == 0.0
