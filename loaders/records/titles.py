"""What a table's document is called: a line above its first table, but not 別紙1, a date, or the name of the web site."""

import re
from collections.abc import Iterable

from loaders.patterns import Pattern

# Names of plans and of reports on them end so, or go on with what of them is told.
_OF_A_PLAN = Pattern(r"計画|戦略|大綱|プラン|ビジョン|構想|方針|指針|プログラム|評価|点検|進捗|進行管理|施策|指標|目標")
# A paper's place among others, its page, date, unit or copy is no name of what it tells.
_OF_A_PAPER = Pattern(
    r"[（(【\[]?(?:別[紙表添冊]|様式|資料|参考(?:資料)?|付表|附表|図表|表|no\.?|案|写|公表用|取扱注意|単位.*)"
    r"[\s\d０-９①-⑳一-十\-－ー‐.．第号の]*(?:[（(].{1,8}[）)])?[）)】\]]?",
    re.IGNORECASE,
)
_OF_A_DAY = Pattern(
    r"[（(]?(?:令和|平成|[RHrh]|20)?\s*[\d０-９元]{1,4}\s*[年.．/／].{0,12}(?:現在|時点|末|日|月|作成|公表|更新)?[）)]?"
)
# A page of a web site is called by its own name and, behind a line, by the site's.
_SITE = Pattern(
    r"\s*[|｜]\s*[^|｜]{1,30}$|\s*[/／]\s*[^/／]{1,20}(?:ホームページ|公式\S*|サイト)$"
    r"|\s+[-–—]\s+\S{1,12}(?:市|町|村|区|都|道|府|県|公式\S*|ホームページ|省|庁)$"
)
# A paper's number stands before its name, a sentence tells what follows.
_NUMBERED = Pattern(r"^(?:資料|別紙|別添|参考)(?:資料)?\s*[\d０-９①-⑳一-十\-－ー‐]*[\s　:：]+(?=\S)")
_SENTENCE = Pattern(r"。|とおり|ください|します")
_LONGEST = 80


def title_among(lines: Iterable[str]) -> str:
    """Return the line that names what is told, '' where none does: the first of a plan or a report, else the first of any.

    >>> title_among(["別紙1（様式）", "R5年度実施施策に係る政策評価書", "（省5－7）"]), title_among(["別紙1", "R6.3.31現在"])
    ('R5年度実施施策に係る政策評価書', '')
    >>> title_among(["総合計画 成果指標の達成状況 | 榛沢市"]), title_among(["緑のまち", "単位：人"])
    ('総合計画 成果指標の達成状況', '緑のまち')
    """
    bare = (_NUMBERED.sub("", _SITE.sub("", " ".join(line.split()))) for line in lines)
    named = [name for name in bare if name and len(name) <= _LONGEST and not _SENTENCE.search(name)]
    named = [name for name in named if not _OF_A_PAPER.fullmatch(name) and not _OF_A_DAY.fullmatch(name)]
    return next(filter(_OF_A_PLAN.search, named), named[0] if named else "")
