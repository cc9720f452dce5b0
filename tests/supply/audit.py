"""A look-up that was not made is no clean bill: pip-audit says "none known" of packages that it could not ask about.

`python -m tests.supply.audit`: what is locked is held against the advisories of PyPI. Exit 0: each package was asked about, no
vulnerability is known; 1: some are; 3: not every package could be asked about, so nothing is known of those.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
LOCKS: Final = ("requirements.lock", "requirements-dev.lock")
CLEAN, KNOWN, UNREACHED = 0, 1, 3
SECONDS: Final = 600
SHOWN: Final = 5


@dataclass(frozen=True)
class Audited:
    """What became of a look-up: packages asked about, what is known of them, and those that could not be asked about."""

    asked: int
    known: tuple[str, ...]
    unasked: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """What is known outweighs what isn't."""
        return KNOWN if self.known else UNREACHED if self.unasked or not self.asked else CLEAN


def read(report: Mapping[str, Any]) -> Audited:
    """Return what a report of pip-audit says."""
    asked, known, unasked = 0, [], []
    for package in report.get("dependencies", []):
        if "skip_reason" in package:
            unasked.append(f"{package['name']}: {package['skip_reason']}")
            continue
        asked += 1
        for one in package["vulns"]:
            mended = ", ".join(one.get("fix_versions", [])) or "no release"
            known.append(f"{package['name']} {package['version']}: {one['id']}, mended in {mended}")
    return Audited(asked, tuple(known), tuple(unasked))


def told(found: Audited, trouble: str = "") -> str:
    """Return what was found, in words; `trouble` is what pip-audit said where it gave no report."""
    lines = [f"VULNERABLE {line}" for line in found.known]
    if found.unasked:
        more = f" and {len(found.unasked) - SHOWN} more" if len(found.unasked) > SHOWN else ""
        lines += [f"NOT ASKED: {len(found.unasked)} packages{more and ', the first'}:", *found.unasked[:SHOWN]]
    if not found.asked:
        lines += ["The data on vulnerabilities could not be reached. This is not a clean result.", *trouble.splitlines()[-3:]]
    summary = (
        f"{found.asked} packages asked about, {len(found.known)} vulnerabilities known, {len(found.unasked)} not asked about"
    )
    return "\n".join([*lines, summary])


def audit(locks: Sequence[str] = LOCKS) -> tuple[Audited, str]:
    """Ask pip-audit about what is locked; return what it reports, and what it said where it gave no report."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        given = [part for lock in locks for part in ("-r", str(ROOT / lock))]
        options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "-f", "json", "-o", str(report)]
        command = [sys.executable, "-m", "pip_audit", *given, *options]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Audited(0, (), ()), f"pip-audit gave no answer within {SECONDS} s"
        try:
            return read(json.loads(report.read_text(encoding="utf-8"))), ""
        except (OSError, ValueError):
            return Audited(0, (), ()), done.stderr


if __name__ == "__main__":
    found, trouble = audit()
    print(told(found, trouble))
    sys.exit(found.exit_code)
