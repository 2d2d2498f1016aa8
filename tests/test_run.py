"""A fresh machine: run.py is tried as it is, in folders of its own, with an empty list of packages."""

import ast
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
STAND_IN = "import sys\nprint('main.py was called with', sys.argv[1:])\n"
PIN = re.compile(r"[A-Za-z0-9_.-]+==[0-9][0-9a-zA-Z.]*(; (sys_platform|python_version) [=<>!]+ '[a-z0-9.]+')?")


def load(path: Path) -> ModuleType:
    spec = spec_from_file_location(f"tried_{path.stem}", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load(ROOT / "run.py")
linux = load(ROOT / "packaging" / "linux.py")


class House:
    """A checkout with run.py, a stand-in for main.py and nothing to install."""

    def __init__(self, root: Path) -> None:
        self.root, self.venv = root, root / ".venv"
        self.requirements = root / "packaging" / "requirements.txt"
        (root / "packaging").mkdir()
        shutil.copy(ROOT / "run.py", root)
        for name in ("linux.py", "system-libraries.txt"):
            shutil.copy(ROOT / "packaging" / name, root / "packaging")
        self.requirements.write_text("# nothing\n")
        (root / "packaging" / "requirements-dev.txt").write_text("# nothing\n")
        (root / "main.py").write_text(STAND_IN)

    def start(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        screenless = {key: value for key, value in os.environ.items() if "DISPLAY" not in key and "QPA" not in key}
        return subprocess.run(
            [sys.executable, "run.py", *words],
            cwd=self.root,
            env=screenless | environment,
            capture_output=True,
            text=True,
            timeout=300,
        )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("fresh machine ä"))  # a blank and an umlaut, as at home
    first = made.start("people", "--json")
    assert first.returncode == 0, first.stderr
    assert first.stdout == "main.py was called with ['people', '--json']\n"  # set-up talks on stderr
    assert "Setting up HackDesk" in first.stderr
    yield made
    shutil.rmtree(made.root)


# ---- The Python it is started with ----


def test_an_old_python_gets_one_sentence() -> None:
    script = "import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_path('run.py', run_name='__main__')"
    seen = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert seen.returncode == 1
    assert seen.stdout == ""
    assert seen.stderr.count("\n") == 1
    assert "3.11" in seen.stderr and "3.9.2" in seen.stderr


def test_an_old_python_can_parse_it_and_finds_all_it_imports() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} - set(sys.stdlib_module_names) == {"linux"}


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 14, 0)])
def test_pythons_that_the_packages_are_published_for_are_taken(version: tuple[int, int, int]) -> None:
    assert run.unsuitable(version) == ""


def test_a_python_that_is_too_new_is_told_so() -> None:
    assert "3.15" in run.unsuitable((3, 15, 0))


# ---- Set-up and its stamps ----


def test_a_second_start_makes_and_installs_nothing(house: House, record_property: Any) -> None:
    before = {path: path.stat().st_mtime_ns for path in house.venv.rglob("*") if path.is_file()}
    began = time.perf_counter()
    second = house.start("results", "--json")
    record_property("second_start_seconds", round(time.perf_counter() - began, 3))
    assert (second.returncode, second.stderr) == (0, "")
    assert {path: path.stat().st_mtime_ns for path in house.venv.rglob("*") if path.is_file()} == before


def test_a_changed_requirement_is_seen(house: House) -> None:
    house.requirements.write_text("# still nothing\n")
    assert "up to date" in house.start("people").stderr
    assert house.start("people").stderr == ""


def test_a_new_test_tool_is_not_asked_of_those_who_only_run_it(house: House) -> None:
    (house.root / "packaging" / "requirements-dev.txt").write_text("# other\n")
    assert house.start("people").stderr == ""


def test_another_python_asks_for_another_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    before = run.fingerprint("app")
    assert run.fingerprint("dev") != before
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert run.fingerprint("app") != before


def test_an_interrupted_set_up_is_mended_at_the_next_start(house: House) -> None:
    (house.venv / "unfinished").touch()
    half = next(house.venv.glob("**/pip/__init__.py"))
    half.unlink()
    mended = house.start("people")
    assert mended.returncode == 0 and "anew" in mended.stderr
    assert half.exists() and not (house.venv / "unfinished").exists()
    assert house.start("people").stderr == ""


def test_without_a_network_the_next_step_is_said_and_what_was_there_stays(house: House) -> None:
    before = house.requirements.read_text()
    house.requirements.write_text("a-package-nobody-has==1.0\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}
    try:
        refused = house.start("people", **nowhere, PIP_EXTRA_INDEX_URL="", PIP_FIND_LINKS="")
    finally:
        house.requirements.write_text(before)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr and "connect to the internet once" in refused.stderr
    again = house.start("people", **nowhere)
    assert (again.returncode, again.stderr) == (0, "")


def test_an_unknown_package_is_named() -> None:
    said = "Collecting x\nERROR: No matching distribution found for x==9\n"
    assert "No matching distribution found for x==9" in run.pip_sentence(said)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_and_none_by_address(name: str) -> None:
    lines = (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if not line.startswith(("#", "-r requirements.txt"))]
    assert packages and [line for line in packages if not PIN.fullmatch(line)] == []


def test_what_pyproject_asks_for_is_pinned() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", re.split(r"[=<>;\[ ]", name)[0]).lower()

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert {plain(name) for name in project["dependencies"]} <= {plain(line) for line in pinned}
    exact = [name for name in project["dependencies"] if "==" in name]
    assert {(plain(n), n.split("==")[1]) for n in exact} <= {(plain(p), p.split("==")[-1]) for p in pinned}


# ---- What the system has to bring ----

LDD = """
	linux-vdso.so.1 (0x00007ffd)
	libEGL.so.1 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libEGL.so.1 => not found
	libglib-2.0.so.0 => not found
	libX11.so.6 => not found
"""


def test_missing_libraries_lead_to_their_packages() -> None:
    missing = linux.not_found(LDD)
    assert missing == ["libEGL.so.1", "libX11.so.6", "libglib-2.0.so.0"]
    assert linux.packages_for(missing, "offscreen") == [("libegl1",), ("libglib2.0-0", "libglib2.0-0t64")]


def test_a_library_nobody_listed_leads_to_all_packages_of_that_platform() -> None:
    assert len(linux.packages_for(["libnew.so.1"], "offscreen")) == 6
    assert ("libxcb-cursor0",) in linux.packages_for(["libnew.so.1"], "xcb")


def test_who_may_not_install_gets_the_line_to_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without apt-cache: the usual names
    packages = linux.packages_for(linux.not_found(LDD), "offscreen")
    told = linux.install(packages, "Libraries are missing.", may=False)
    line = "sudo apt-get install --no-install-recommends libegl1 libglib2.0-0"
    assert told.startswith("Libraries are missing.") and told.splitlines()[-1].strip() == line


@pytest.mark.skipif(os.name == "nt", reason="apt-cache is stood in for by a shell script")
def test_a_renamed_package_is_called_by_its_new_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    knows = tmp_path / "apt-cache"
    knows.write_text('#!/bin/sh\n[ "$2" = libglib2.0-0t64 ]\n')
    knows.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert linux.known_names([("libegl1",), ("libglib2.0-0", "libglib2.0-0t64")]) == ["libegl1", "libglib2.0-0t64"]


@pytest.mark.parametrize(("release", "expected"), [("ID=mint\nID_LIKE=ubuntu\n", True), ("ID=fedora\n", False)])
def test_only_debian_and_its_kin_are_helped_with_apt(
    release: str, expected: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").write_text("#!/bin/sh\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "os-release").write_text(release)
    assert linux.is_debian(tmp_path / "os-release") is expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ldd")
def test_the_machine_that_runs_this_lacks_nothing_for_drawing() -> None:
    assert linux.missing_libraries(Path(sys.prefix), "offscreen") == []


# ---- The verbs ----


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_opens_nothing(house: House) -> None:
    seen = house.start()
    assert (seen.returncode, seen.stdout) == (0, "")
    assert "no screen" in seen.stderr and "demo" in seen.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a window would open")
def test_the_demo_names_its_papers_and_keeps_the_one_before(house: House) -> None:
    (house.root / "main.py").write_text(
        "import pathlib, sys\n"
        "assert sys.argv[1:3] == ['rehearse', '--out'], sys.argv\n"
        "out = pathlib.Path(sys.argv[3]); out.mkdir()\n"
        "for name in ('sample.hackdesk', 'badges.pdf'): (out / name).write_text('x')\n"
    )
    first = house.start("demo")
    assert first.returncode == 0, first.stderr
    assert "badges.pdf" in first.stdout and "no screen" in first.stdout
    (house.root / "demo" / "mine.txt").write_text("typed in after the demo")
    assert house.start("demo").returncode == 0
    assert (house.root / "demo-before" / "mine.txt").exists()
    (house.root / "main.py").write_text(STAND_IN)


def test_the_status_of_main_is_handed_on(house: House) -> None:
    (house.root / "main.py").write_text("import sys; sys.exit(7)\n")
    assert house.start("check", "x").returncode == 7
    (house.root / "main.py").write_text(STAND_IN)
