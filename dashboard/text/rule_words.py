"""Every conclusion names the rule that drew it; a person reads it in the store's words, and the raw name where it has none."""

from typing import Final

from dashboard.database import codes

_OUTCOMES: Final = codes.Codes("rule_code", lambda row: row.label_ja, where="step = 'status'")
_CARRIED: Final = codes.Codes("rule_code", lambda row: row.label_ja, where="step = 'carried'")
_PLACES: Final = codes.Codes("rule_code", lambda row: row.label_ja, where="step = 'place'")


def outcome_text(rule: str) -> str:
    """Return the rule of a status in words.

    >>> outcome_text("words_not_done.unfinished"), outcome_text("target_missed"), outcome_text("brand_new")
    ('評価の文に「行わなかった」という趣旨のことばがある', '数値目標に届かない実績がある', 'brand_new')
    """
    return _OUTCOMES.get(rule, rule)


def carried_text(rule: str) -> str:
    """Return the rule by which a year counts as carried over, in words; its raw name where there are none."""
    return _CARRIED.get(rule, rule)


def place_text(rule: str) -> str:
    """Return why words belong elsewhere than they are printed, in words; its raw name where there are none."""
    return _PLACES.get(rule, rule)
