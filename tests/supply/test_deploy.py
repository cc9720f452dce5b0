"""What a server is started from agrees with the program: its settings, its files, its modules, the port behind the proxy."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
UNITS = [path for path in FILES if path.suffix in (".service", ".timer")]
SETTING = re.compile(r"\bPLAN_[A-Z_]+")
# Of the proxy, not of the program.
OF_PROXY = {"PLAN_HOST"}


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def test_settings_are_such_as_the_program_reads() -> None:
    packages = [path for path in ROOT.iterdir() if (path / "__init__.py").is_file()]
    sources = [path.read_text(encoding="utf-8") for package in packages for path in package.rglob("*.py")]
    known = {name for source in sources for name in SETTING.findall(source)}
    used = {name for path in FILES for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert used - known - OF_PROXY == set()


def test_programs_and_files_that_are_named_are_there() -> None:
    everything = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    modules = {name for name in re.findall(r"python -m ([a-z_.]+)", everything) if name != "pip"}
    assert modules == {"loaders", "engines.server"}
    assert all(find_spec(name) for name in modules)
    for name in ("requirements-server.lock", "asgi.py"):
        assert name in everything
        assert (ROOT / name).is_file()
    assert (ROOT / re.findall(r"dockerfile: (\S+?)}", text("compose.yaml"))[0]).is_file()


def test_no_secret_that_stands_beside_the_files_gets_into_an_image() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    secrets = re.findall(r"file: \./(\w+)", text("compose.yaml"))
    assert secrets
    assert {f"deploy/{name}" for name in secrets} | {"**/secrets.toml", "data/desk.sqlite*"} <= set(left_out)


def test_proxy_reaches_the_services_at_the_port_that_they_listen_at() -> None:
    listening = set(re.findall(r'"--server.port", "(\d+)"', text("Containerfile")))
    reached = re.findall(r"(?:dynamic a |reverse_proxy )(\w+)[ :](\d+)", text("Caddyfile"))
    services = set(re.findall(r"^  (\w+):$", text("compose.yaml"), re.MULTILINE))
    assert reached
    assert {port for _, port in reached} == listening == set(re.findall(r"EXPOSE (\d+)", text("Containerfile")))
    assert {name for name, _ in reached} <= services


def test_blocks_of_the_proxy_are_closed_and_a_visitor_stays_with_one_server() -> None:
    without_comments = re.sub(r"#.*", "", text("Caddyfile"))
    assert without_comments.count("{") == without_comments.count("}")
    assert "lb_policy cookie" in without_comments
    assert "path /metrics" in without_comments


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_units_are_understood_by_systemd(tmp_path: Path) -> None:
    for unit in UNITS:
        # The programs that they start are not at their places here.
        (tmp_path / unit.name).write_text(re.sub(r"/srv/plan/\.venv/bin/\w+", "/bin/true", unit.read_text(encoding="utf-8")))
    command = ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if any(unit.name in line for unit in UNITS)]
    assert (done.returncode, said) == (0, [])
