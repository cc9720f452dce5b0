"""Forms in which a note says what the body's own words, signs, lines, brackets or sides stand for."""

from tests.intake.cells import CASES
from tests.intake.drawn import draw

FIRST = len(CASES)

draw(
    "words-in-quotes-explained",
    "a note explains the body's own words in quotes",
    """
    @ 白樺町　健康づくりのしるし
    @ ※『めあて』は年度ごとの目標、『あしあと』は実績を表します。
    ! 項目 | 単位 | R4めあて | R4あしあと | R5めあて | R5あしあと
    特定健診を受けた割合 | % | 52.0 | 49.8 | 54.0 | 53.1
    歩こう会に来た人 | 人 | 300 | 288 | 320 | 341
    """,
    """
    特定健診を受けた割合|2022:52.0/49.8|2023:54.0/53.1
    歩こう会に来た人|2022:300/288|2023:320/341
    """,
    kinds="xlsx html",
)

draw(
    "words-explained-against-their-place",
    "a note below the table says that the second word is the plan",
    """
    @ 白樺町　健康づくりのしるし
    ! 項目 | 単位 | R4波 | R4凪 | R5波 | R5凪
    特定健診を受けた割合 | % | 49.8 | 52.0 | 53.1 | 54.0
    歩こう会に来た人 | 人 | 288 | 300 | 341 | 320
    % （注）「凪」とは計画した値、「波」とは実際の値をいう。
    """,
    """
    特定健診を受けた割合|2022:52.0/49.8|2023:54.0/53.1
    歩こう会に来た人|2022:300/288|2023:320/341
    """,
    kinds="xlsx html",
)

draw(
    "words-of-rows-explained",
    "a key explains the words beside the rows, what came of it first",
    """
    @ 水の里プラン　年次のようす
    @ 凡例　甲＝実績値　乙＝目標値
    ! 指標 | 区分 | R3 | R4 | R5
    河川の水質（mg/L） | 甲 | 2.1 | 1.9 | 1.8
    ^ | 乙 | 2.0 | 1.9 | 1.7
    井戸の検査（か所） | 甲 | 12 | 15 | 18
    ^ | 乙 | 14 | 16 | 17
    """,
    """
    河川の水質|2021:2.0/2.1|2022:1.9/1.9|2023:1.7/1.8
    井戸の検査|2021:14/12|2022:16/15|2023:17/18
    """,
    kinds="xlsx html",
)

draw(
    "cells-shown-in-a-note",
    "a note is written as the cells are: the goal in brackets before what came of it",
    """
    @ 里山計画の進み具合　　各欄の表し方：〔目標〕実績
    ! 指標 | 単位 | 令和3年度 | 令和4年度 | 令和5年度
    間伐した広さ | ha | 〔20〕18 | 〔22〕23 | 〔24〕25
    里山に来た人 | 人 | 〔300〕210 | 〔320〕298 | 〔340〕355
    """,
    """
    間伐した広さ|2021:20/18|2022:22/23|2023:24/25
    里山に来た人|2021:300/210|2022:320/298|2023:340/355
    """,
    kinds="xlsx html",
)

draw(
    "lines-told-in-the-title",
    "the title tells the lines of each item apart",
    """
    @ まちづくり指標の推移（上段：計画　下段：実績）
    ! 指標 | 単位 | 令和3年度 | 令和4年度 | 令和5年度
    バスの乗客 | 人 | 200 | 210 | 220
    ^ | ^ | 188 | 214 | 231
    駐輪場の利用 | 台 | 80 | 82 | 84
    ^ | ^ | 77 | 85 | 80
    """,
    """
    バスの乗客|2021:200/188|2022:210/214|2023:220/231
    駐輪場の利用|2021:80/77|2022:82/85|2023:84/80
    """,
    kinds="xlsx html",
)

draw(
    "brackets-told-below",
    "a note below tells what stands in brackets, on a page outside of the table",
    """
    @ 施設の利用
    ! 施設 | 令和3年度 | 令和4年度 | 令和5年度
    中央公民館（人） | 1,820（2,000） | 2,110（2,050） | 2,140（2,100）
    西公民館（人） | 620（700） | 690（710） | 733（720）
    % ※（　）内は目標。
    """,
    """
    中央公民館|2021:2000/1820|2022:2050/2110|2023:2100/2140
    西公民館|2021:700/620|2022:710/690|2023:720/733
    """,
    kinds="xlsx html",
)

draw(
    "left-and-right-told",
    "two columns under each merged year, told apart by sides in the title",
    """
    @ 公園プランの進捗　（左：目標　右：実績）
    ! 指標 | 令和3年度 | < | 令和4年度 | < | 令和5年度 | <
    公園の清掃（回） | 20 | 18 | 22 | 23 | 24 | 25
    花壇の数（か所） | 30 | 28 | 32 | 33 | 34 | 36
    """,
    """
    公園の清掃|2021:20/18|2022:22/23|2023:24/25
    花壇の数|2021:30/28|2022:32/33|2023:34/36
    """,
    kinds="xlsx html",
)

draw(
    "left-and-right-told-below",
    "sides told in a note below, what came of it on the left",
    """
    @ 公園プランの進捗
    ! 指標 | 令和3年度 | < | 令和4年度 | < | 令和5年度 | <
    公園の清掃（回） | 18 | 20 | 23 | 22 | 25 | 24
    花壇の数（か所） | 28 | 30 | 33 | 32 | 36 | 34
    % ※左：実績　右：目標
    """,
    """
    公園の清掃|2021:20/18|2022:22/23|2023:24/25
    花壇の数|2021:30/28|2022:32/33|2023:34/36
    """,
    kinds="xlsx html",
)

draw(
    "signs-of-rows-explained",
    "signs beside the rows with a key above",
    """
    @ 交通計画　指標の動き
    @ ◆は目標、◇は実績
    ! 指標 | 印 | R3 | R4 | R5
    バスの便数（便） | ◆ | 40 | 42 | 44
    ^ | ◇ | 38 | 42 | 41
    自転車道（km） | ◆ | 5.0 | 6.0 | 7.0
    ^ | ◇ | 4.8 | 5.5 | 7.2
    """,
    """
    バスの便数|2021:40/38|2022:42/42|2023:44/41
    自転車道|2021:5.0/4.8|2022:6.0/5.5|2023:7.0/7.2
    """,
    kinds="xlsx html",
)

draw(
    "short-words-explained-below",
    "words of one sign, explained in a note below",
    """
    @ やまなみ町　みどりの歩み
    ! やること | かぞえかた | R4 ひ | R4 ふ | R5 ひ | R5 ふ
    木を植える | 本 | 40 | 38 | 42 | 44
    花を配る | 鉢 | 300 | 310 | 320 | 290
    % 注１　ひ：その年に目指した数　ふ：その年に達成した数
    """,
    """
    木を植える|2022:40/38|2023:42/44
    花を配る|2022:300/310|2023:320/290
    """,
    kinds="xlsx html",
)

NAMES = [case.name for case in CASES[FIRST:]]
