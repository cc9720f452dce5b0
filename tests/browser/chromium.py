"""The browser tests drive a real Chromium: this finds one on the machine, or installs one.

`python -m tests.browser.chromium` makes sure of it before the tests: an installed Chromium or Chrome first, then Debian's
package, then the build that Playwright downloads. The tests themselves only look.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
]
HELP = (
    "The browser tests need Chromium or Chrome, and none was found on this machine.\n"
    "  Debian, Ubuntu: apt-get install -y chromium fonts-noto-cjk   (as root)\n"
    "  macOS, Windows: install Google Chrome\n"
    "  elsewhere:      python -m playwright install --with-deps chromium\n"
    "Or name one: CHROMIUM=/path/to/chromium make test"
)


class NoBrowserError(RuntimeError):
    """No Chromium or Chrome is on this machine; the message says what to install."""


def find_chromium() -> str:
    """Return the path of a Chromium or Chrome on this machine; raise NoBrowserError with what to install."""
    named = os.environ.get("CHROMIUM")
    if named:
        if Path(named).is_file():
            return named
        raise NoBrowserError(f"CHROMIUM names {named}, which is no file.\n{HELP}")
    found = next((path for path in map(shutil.which, COMMANDS) if path), None)
    found = found or next((place for place in PLACES if Path(place).is_file()), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    raise NoBrowserError(HELP)


def install_chromium() -> str:
    """Return the path of a browser, installing one where there is none; raise NoBrowserError where that fails."""
    try:
        return find_chromium()
    except NoBrowserError:
        if os.environ.get("CHROMIUM"):
            raise
    for command in _installers():
        print("installing a browser for the tests:", " ".join(command), flush=True)
        if subprocess.run(command, check=False).returncode != 0:
            continue
        try:
            return find_chromium()
        except NoBrowserError:
            continue
    raise NoBrowserError(HELP)


def _installers() -> list[list[str]]:
    """Return the commands to try, in order; apt only where it can run without asking for a password."""
    commands = []
    if shutil.which("apt-get"):
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        rights = [] if is_root else ["sudo", "--non-interactive"] if shutil.which("sudo") else None
        if rights is not None:
            install = "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk"
            commands.append([*rights, "sh", "-c", install])
    return [*commands, [sys.executable, "-m", "playwright", "install", "chromium"]]


if __name__ == "__main__":
    try:
        print("browser for the tests:", install_chromium())
    except NoBrowserError as error:
        sys.exit(str(error))
