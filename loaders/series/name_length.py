"""A chart has room for a title of some twenty signs: longer names give up what they say first."""

import re

from loaders.prose.widths import narrow
from loaders.series.label_similarity import core

LONGEST_NAME = 24


def joined(subject: str, label: str, activity: str) -> str:
    """Return subject and label in one name: 防災メール登録者数 where the activity itself joins them, else with a space."""
    if label.startswith(f"{subject} "):
        return shortened(label, LONGEST_NAME)
    stem = re.sub(r"者$", "", core(label))
    gap = "" if stem and f"{subject}の{stem}" in narrow(activity) else " "
    room = LONGEST_NAME - len(label) - 1
    return f"{shortened(subject, room)}{gap}{label}".strip() if room > 0 else shortened(label, LONGEST_NAME)


def shortened(name: str, longest: int) -> str:
    """Return `name` cut to length at a word's beginning, since Japanese names say the thing last."""
    if len(name) <= longest:
        return name
    tails = [name[found.end() :] for found in re.finditer(r"[のをで]|[、・ ]", name)]
    return next((tail for tail in tails if 4 <= len(tail) <= longest), name[:longest])
