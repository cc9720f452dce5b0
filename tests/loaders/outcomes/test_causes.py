"""Why work was left undone is read from the cause phrase that stands before the failure."""

import pytest

from loaders.model import Cell, Kind, Place, Reason
from loaders.outcomes.leads import EXPLAINING, TIES, explains, leading, without_topic
from loaders.outcomes.predicates import FAILING
from loaders.outcomes.reasons import find_reason
from loaders.outcomes.statements import Statement, read_statements
from loaders.prose.vocabulary import Sign

PLACE = Place(Kind.RESULT, 2019)


def statements(text: str) -> tuple[Statement, ...]:
    return read_statements([Cell(PLACE, PLACE, text, 0, len(text), 1.0, "as_printed")], "管財課")


def reason(text: str, year: int = 2019) -> tuple[Reason, str] | None:
    said = statements(text)
    found = find_reason(said, next((s for s in said if s.predicate in FAILING), None), year)
    return (found[0], found[1].text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "費用対効果を検討したが、スケジュールが合わず未実施。",
            (Reason.SCHEDULE, "スケジュールが合わず"),
        ),
        ("防災課で、調査・研究中。検討は次年度以降に行う。", (Reason.DEPENDENCY, "防災課で、調査・研究中。")),
        ("全国的にも少数であり、事例不足のため検討結果を出すには至らなかった。", (Reason.OTHER, "事例不足のため")),
        (
            "計画していた工事は入札不調により実施できなかった。",
            (Reason.SCHEDULE, "入札不調により"),
        ),
        ("仕様書の案は作成できたが、導入に至らなかった。", None),
        ("工事が遅れている。", None),
        ("システムの利用者に周知したが、公表が予定より遅れた。", None),
    ],
)
def test_reason_is_bound_to_the_clause_that_fails(text: str, expected: tuple[Reason, str] | None) -> None:
    assert reason(text) == expected


def test_note_gives_the_reason_where_only_numbers_show_the_failure() -> None:
    said = statements("初心者向けのパソコン講座を実施した。 【結果/目標】9/11回 ※2回分は台風の影響で中止")
    found = find_reason(said, None, 2019)
    assert found is not None
    assert (found[0], found[1].text) == (Reason.DISASTER, "※2回分は台風の影響で")


@pytest.mark.parametrize("example", [example for sign in EXPLAINING for example in sign.examples])
def test_sentence_after_the_miss_explains_it(example: str) -> None:
    assert explains(statements(example)[0].sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7.7%(2/26名)。繁忙部署で代わりの職員を確保できなかったことが要因。", Reason.ORGANISATION),
        ("47手続にとどまった。例規改正の作業が年度をまたいだことによる。", Reason.SCHEDULE),
        ("会議11回(9月は台風21号のため流会)、訓練2回。", Reason.DISASTER),
        ("講座を実施した。 ※1回は講師の急病のため中止", Reason.ORGANISATION),
        ("会議を4回開催した。感染対策として、オンラインで実施した。", None),
        ("国の補助金を活用し、研修を実施した。【回数】3/4回", None),
        ("台風に備え、避難訓練を実施した。【回数】1/2回", None),
        ("地元自治会と協議を行い、防災マップを作成した。【作成】3/5地区", None),
        ("電子申請率32%。スマートフォンに未対応の手続が多いことが要因と考えられる。", Reason.TECHNICAL),
        ("指定は2か所。所有者の同意が得られない物件があった。", Reason.DEPENDENCY),
        ("登録団体は12団体。新たな申込みが少なかった。", Reason.NO_DEMAND),
        ("利用者数は減少した。近隣に大型店が開業したことが影響している。", Reason.OTHER),
    ],
)
def test_cause_of_a_missed_number_may_stand_anywhere(text: str, expected: Reason | None) -> None:
    found = find_reason(statements(text), None, 2019)
    assert (found[0] if found else None) is expected


def test_what_a_clause_is_about_is_a_cause_only_where_it_leads_to_the_failure() -> None:
    assert reason("既存のシステムとうまく連携できず、公開は見送った。") == (
        Reason.TECHNICAL,
        "既存のシステムとうまく連携できず、",
    )
    assert reason("既存のシステムの公開は見送った。") is None
    assert reason("県のシステムが公開されており、市のサイトの公開は見送った。") is None


def test_event_that_began_a_chain_of_causes_is_the_reason() -> None:
    assert reason("感染拡大の影響により、利用者が大幅に減少したため、閲覧数も減少した。") == (
        Reason.COVID,
        "感染拡大の影響により、",
    )


def test_sentence_before_gives_the_reason_where_the_failure_refers_to_it() -> None:
    text = "コロナ対策として講習を実施した。機器の故障が続いた。このため、測定は未実施。"
    assert reason(text) == (Reason.TECHNICAL, "機器の故障が続いた。")


@pytest.mark.parametrize(
    "text", ["コロナ対策として講座を実施した。相談会は未実施。", "台風に関する情報を提供した。訓練は未実施。"]
)
def test_topic_of_work_done_is_no_reason_for_what_was_not(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("感染拡大により中止した。", 2020, Reason.COVID),
        ("感染拡大防止のため中止した。", 2019, Reason.COVID),
        ("感染症の流行により中止した。", 2017, Reason.OTHER),
        ("インフルエンザの感染拡大により中止した。", 2020, Reason.OTHER),
        ("インフルエンザが流行し、感染拡大を防ぐため中止した。", 2019, Reason.OTHER),
        ("新型コロナウイルス及びインフルエンザの感染拡大により中止した。", 2021, Reason.COVID),
        ("インフルエンザワクチン接種の応援により、調査は未実施。", 2020, Reason.OTHER),
        ("臨時休館により開催できなかった。", 2020, Reason.COVID),
    ],
)
def test_infection_is_covid_by_its_name_or_by_the_year(text: str, year: int, expected: Reason) -> None:
    found = reason(text, year)
    assert found is not None
    assert found[0] is expected


def test_closed_house_before_the_epidemic_was_not_closed_by_it() -> None:
    found = reason("臨時休館により開催できなかった。", 2017)
    assert found is None or found[0] is not Reason.COVID


def test_disease_as_a_topic_is_no_reason() -> None:
    assert reason("国の情報は、新型コロナウイルス感染症のような感染症であっても公表が遅れた。") is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("時期が遅く十分対応できず、未実施。", Reason.NO_DEMAND),
        ("学校から21名が参加し、目標を下回った。", Reason.DEPENDENCY),
        ("学校から22名が参加し、目標を下回った。", Reason.DEPENDENCY),
    ],
)
def test_words_that_only_resemble_a_cause_give_none(text: str, wrong: Reason) -> None:
    found = reason(text)
    assert found is None or found[0] is not wrong


@pytest.mark.parametrize("tie", TIES, ids=lambda tie: tie.id)
def test_cause_is_tied_to_the_failure_within_its_clause(tie: Sign) -> None:
    for sentence in tie.examples:
        found = tie.pattern.search(sentence)
        assert found is not None
        assert leading(statements(sentence)[0])[0].text.startswith(sentence[: found.end()])


def test_topic_of_a_sentence_is_no_cause() -> None:
    [said] = statements("避難所の電源車は、品薄で配備できなかった。")
    assert without_topic(said.span).text == "品薄で配備できなかった。"
    [bare] = statements("応募は少なく、開催できなかった。")
    assert without_topic(bare.causes[0]).text == "応募は少なく、"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("実施せず（新型コロナ）", Reason.COVID),
        ("説明会開けず（コロナ）。", Reason.COVID),
        ("講座は中止（会場は中央公民館、3階）", None),
    ],
)
def test_bare_note_in_brackets_behind_a_failure_is_its_cause(text: str, expected: Reason | None) -> None:
    found = reason(text, 2020)
    assert (found[0] if found else None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("講座は実施できなかった。新型コロナの感染が拡大した。", (Reason.COVID, "新型コロナの感染が拡大した。")),
        # Behind other work it may be told of that work, or of all: both can be defended, and nothing else was told.
        (
            "講座は実施できなかった。窓口の改修を行った。新型コロナの感染が拡大した。",
            (Reason.COVID, "新型コロナの感染が拡大した。"),
        ),
        ("講座は実施できなかった。なお、大雨で会場が使えなくなった。", (Reason.DISASTER, "なお、大雨で会場が使えなくなった。")),
        ("講座は実施できなかった。代わりに、大雨で会場が使えないため動画を配信した。", None),
    ],
)
def test_what_befell_is_told_after_the_miss_or_in_a_remark_and_not_of_what_was_done_instead(
    text: str, expected: tuple[Reason, str] | None
) -> None:
    assert reason(text) == expected
