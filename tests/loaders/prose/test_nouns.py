"""What a sentence is about, and whether another one is about the same."""

import pytest

from loaders.prose.nouns import is_same_work, nouns


def test_words_of_any_evaluation_are_no_object() -> None:
    assert nouns("次年度の開催は予定どおり実施した。") == set()
    assert nouns("基本設計に着手できなかった。") == {"基本設計"}


@pytest.mark.parametrize(
    ("instead", "meant", "same"),
    [
        ("代わりにオンラインで開催した。", "講座を開催する。", True),
        ("代わりに出前講座を実施した。", "講座を開催する。", True),
        ("代わりに動画を配信した。", "説明会を開催する。", True),
        ("代替として物産展を実施した。", "マルシェを開催する。", False),
    ],
)
def test_same_work_may_be_done_another_way(instead: str, meant: str, same: bool) -> None:
    assert is_same_work(instead, meant) is same
