"""A program's code is goal-policy-program (3-①-ア): the kana follow アイウ in the order of the programs under their policy.

Copying through PDF and spreadsheets turns a kana into a Latin letter of its sound (3-①-A, 3-①-I) or loses it. The order of the
programs, and the same program's code on another row, say which kana it was.

Of a plan with two steps (1-2) the second step is the program, right under its goal.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from loaders.model import Finding, FindingKind, Initiative, Severity
from loaders.patterns import Pattern

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"

# What becomes of the five first kana when they are written by sound.
LATIN_KANA = {"A": "ア", "I": "イ", "U": "ウ", "E": "エ", "O": "オ"}

_CODED = Pattern(
    r"\s*(?P<policy>(?P<goal>[0-9０-９]+)\s*[-－−‐ー―]\s*(?:[①-⑳]|[0-9０-９]+|[(（][0-9０-９]+[)）]))"
    r"(?:\s*[-－−‐ー―]\s*(?P<program>[^\s.．、:：]{0,2}))?\s*(?:[.．、:：]|\s|$)\s*(?P<name>.*)",
    re.DOTALL,
)


class Program(NamedTuple):
    """A program's codes and its name; codes are '' where the cell has none."""

    goal_code: str
    policy_code: str
    program_code: str
    name: str


# Printed 実施事業 with what it says; the tests are made from this table.
EXAMPLES = {
    "1-①-ア. 多様な防災情報の発信": Program("1", "1-①", "1-①-ア", "多様な防災情報の発信"),
    "3-①-A. 情報提供手段の拡充": Program("3", "3-①", "3-①-A", "情報提供手段の拡充"),
    "3-①-. ふれあいバスの運行情報等の提供": Program("3", "3-①", "3-①-", "ふれあいバスの運行情報等の提供"),
    "1-2-3 広報の充実": Program("1", "1-2", "1-2-3", "広報の充実"),
    "1-2　広報の充実": Program("1", "", "1-2", "広報の充実"),
    "広報の充実": Program("", "", "", "広報の充実"),
}


def read_program(text: str) -> Program:
    """Return codes and name of a 実施事業 cell as printed, before any repair."""
    match = _CODED.fullmatch(text)
    if match is None:
        return Program("", "", "", text.strip())
    two_steps, name = "".join(match["policy"].split()), match["name"].strip()
    if match["program"] is None:
        return Program(match["goal"], "", two_steps, name)
    return Program(match["goal"], two_steps, f"{two_steps}-{match['program']}", name)


def repair_codes(initiatives: Sequence[Initiative]) -> tuple[tuple[Initiative, ...], tuple[Finding, ...]]:
    """Return the initiatives with damaged kana put right, and a finding for each repair or doubt.

    A plan that writes no kana at all (1-1-A, 1-1-1) means its letters and is left alone.
    """
    known = _good_codes(initiatives)
    if not known:
        return tuple(initiatives), ()
    kana = {key: known.get(key) or _kana_by_order(key, initiatives, known) for key in _programs(initiatives)}
    repaired: list[Initiative] = []
    findings: list[Finding] = []
    for row in initiatives:
        right = kana.get((row.policy_code, row.program_name))
        is_known = (row.policy_code, row.program_name) in known
        if _kana_of(row) or not row.policy_code:
            repaired.append(row)
        elif right is None or (not is_known and _sounds_otherwise(row, right)):
            repaired.append(row)
            findings.append(_doubt(row, "かなが読み取れず、並び順からも決められません。印刷のまま残しました。"))
        else:
            repaired.append(replace(row, program_code=f"{row.policy_code}-{right}"))
            findings.append(_repair(row, right, "同じ実施事業の別の行の番号" if is_known else "同じ施策の中での並び順"))
    return tuple(repaired), (*findings, *_contradictions(repaired))


def _kana_of(row: Initiative) -> str | None:
    """Return the row's kana when its code is whole."""
    last = row.program_code.removeprefix(f"{row.policy_code}-")
    return last if len(last) == 1 and last in KANA else None


def _programs(initiatives: Iterable[Initiative]) -> list[tuple[str, str]]:
    """Return the programs as (policy, name) in the document's order."""
    return list(dict.fromkeys((row.policy_code, row.program_name) for row in initiatives if row.policy_code))


def _good_codes(initiatives: Iterable[Initiative]) -> dict[tuple[str, str], str]:
    """Return the kana of each program that is written whole at least once."""
    good: dict[tuple[str, str], str] = {}
    for row in initiatives:
        if kana := _kana_of(row):
            good.setdefault((row.policy_code, row.program_name), kana)
    return good


def _kana_by_order(key: tuple[str, str], initiatives: Iterable[Initiative], known: Mapping[tuple[str, str], str]) -> str | None:
    """Return the kana of a program's position under its policy, None where another program bears it already."""
    siblings = [program for program in _programs(initiatives) if program[0] == key[0]]
    position = siblings.index(key)
    if position >= len(KANA) or KANA[position] in {known.get(other) for other in siblings}:
        return None
    return KANA[position]


def _sounds_otherwise(row: Initiative, kana: str) -> bool:
    """Return whether a code's Latin letter is the sound of another kana than the one that its place gives it."""
    return LATIN_KANA.get(row.program_code.removeprefix(f"{row.policy_code}-").upper(), kana) != kana


def _repair(row: Initiative, kana: str, evidence: str) -> Finding:
    last = row.program_code.removeprefix(f"{row.policy_code}-")
    sound = "（ローマ字の読みとも合います）" if LATIN_KANA.get(last.upper()) == kana else ""
    message = f"事業番号「{row.program_code}」を「{row.policy_code}-{kana}」と読みました。根拠は{evidence}です{sound}。"
    return Finding(FindingKind.CODE_REPAIRED, Severity.INFO, message, row.program_code, row.number)


def _doubt(row: Initiative, why: str) -> Finding:
    return Finding(
        FindingKind.CODE_DOUBTFUL, Severity.WARNING, f"事業番号「{row.program_code}」: {why}", row.program_code, row.number
    )


def _contradictions(initiatives: Sequence[Initiative]) -> tuple[Finding, ...]:
    """Say where one program's name stands under several codes; none is repaired, since either may be the right one."""
    codes: dict[str, dict[str, int]] = {}
    for row in initiatives:
        if row.program_code:
            counts = codes.setdefault(row.program_name, {})
            counts[row.program_code] = counts.get(row.program_code, 0) + 1
    findings = []
    for row in initiatives:
        counts = codes.get(row.program_name, {}) if row.program_code else {}
        others = [code for code in counts if code != row.program_code]
        if others and counts[row.program_code] < max(counts.values()):
            same = f"同じ実施事業名「{row.program_name}」が「{'」「'.join(others)}」にもあります。"
            findings.append(_doubt(row, f"{same}どちらかの番号が誤りと思われます。"))
    return tuple(findings)
