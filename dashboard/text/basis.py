"""A quotation that says 実施した beside ✕ 未達 explains nothing: where the words do not show why, the rule is told."""

from typing import Final

from dashboard.text import rule_words, words

# Rules whose quoted words, or whose target, say by themselves what came of the year.
WORDS: Final = "words_"
TOLD_BY_TARGETS: Final = ("targets_reached", "target_missed")
# These begin like words that speak for themselves, and are readings of words that do not.
GUESSED: Final = ("words_of_a_plan", "words_unknown")


def line(rule: str, confidence: float) -> str:
    """Return the note as a line of its own in Markdown, '' where there is nothing to tell."""
    said = note(rule, confidence)
    return f"  \n{said}" if said else ""


def note(rule: str, confidence: float) -> str:
    """Return why a year was judged as it was, '' where its quoted words or targets show it and the reading is sure.

    >>> note("words_not_done", 0.9), note("nothing_to_do", 0.6)
    ('', '判定の理由：対応することがなかったと書かれている（確かさ：ふつう（60%））')
    """
    speaks = rule in TOLD_BY_TARGETS or (rule.startswith(WORDS) and rule not in GUESSED)
    if speaks and confidence >= words.FAIRLY_SURE:
        return ""
    return f"判定の理由：{rule_words.outcome_text(rule)}（確かさ：{words.sureness(confidence)}）"
