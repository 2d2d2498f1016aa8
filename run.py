"""Set HackDesk up on this machine, then start it. Needs nothing but Python's standard library.

    python3 run.py              set up, open HackDesk
    python3 run.py demo         play the sample event, leave its PDFs in demo/, open it
    python3 run.py test         set up, run the tests (what follows goes to pytest)
    python3 run.py bundle       make dist/HackDesk, a folder that runs without Python
    python3 run.py pictures     draw every page into docs/pictures
    python3 run.py ANYTHING…    handed to main.py as it is

Everything lands in .venv beside this file. Stamps in there say what is ready, so a later start reads
two small files and goes on, with or without a network. This file must still *parse* on Python 3.6, so
that an old Python gets a sentence and not a syntax error.
"""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
DEMO = HERE / "demo"
PACKAGING = HERE / "packaging"
# What has to be installed for which purpose; the name is also the name of the stamp.
REQUIREMENTS = {
    "app": (PACKAGING / "requirements.txt",),
    "dev": (PACKAGING / "requirements.txt", PACKAGING / "requirements-dev.txt"),
}
UNFINISHED = VENV / "unfinished"  # there while a set-up runs: found at a start, it means "begin again"
OLDEST, TOO_NEW = (3, 11), (3, 15)  # the pinned PySide6 is published for 3.11 up to 3.14
WITHOUT_SCREEN = ("", "offscreen", "minimal", "minimalegl")
NO_NETWORK = (
    "NewConnectionError", "NameResolutionError", "ConnectTimeout", "ReadTimeout", "Read timed out",
    "ProxyError", "SSLError", "Max retries exceeded", "Connection broken", "getaddrinfo failed",
    "Could not resolve", "Temporary failure", "Could not connect", "Connection reset",
)  # fmt: skip


class Stop(Exception):
    """Set-up cannot go on; the text says why and what to do, and is all that is printed."""


def say(text: str) -> None:
    """Tell what is going on, on stderr: stdout belongs to main.py (think of --json)."""
    print(text, file=sys.stderr, flush=True)


def unsuitable(version: tuple) -> str:
    """The sentence for a Python that cannot run HackDesk; empty where it can. version: (3, 11, 2)"""
    have = ".".join(str(part) for part in version[:3])
    if tuple(version[:2]) < OLDEST:
        return f"HackDesk needs Python 3.11 or newer, and this is Python {have}: install a newer one, start again."
    if tuple(version[:2]) >= TOO_NEW:
        return f"HackDesk's packages are not published for Python {have} yet: use Python 3.11 to 3.14."
    return ""


# ---- Python packages -------------------------------------------------------------------------


def venv_python() -> Path:
    """The interpreter inside .venv, whether or not it is there yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(purpose: str) -> str:
    """What the stamp of a finished set-up holds: it changes with a requirement and with the Python."""
    digest = hashlib.sha256((sys.implementation.cache_tag + " " + sys.platform).encode())
    for path in REQUIREMENTS[purpose]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamped(name: str, value: str) -> bool:
    """Whether this step is done already, in a .venv that was left whole."""
    try:
        written = (VENV / ("stamp-" + name)).read_text(encoding="ascii")
    except OSError:
        return False
    return written == value and not UNFINISHED.exists() and venv_python().exists()


def stamp(name: str, value: str) -> None:
    """Write down that a step is done. Written beside and renamed: a stamp is whole or not there."""
    beside = VENV / ("stamp-" + name + ".new")
    beside.write_text(value, encoding="ascii")
    beside.replace(VENV / ("stamp-" + name))


@contextlib.contextmanager
def alone():
    """Make a second start wait while a first one sets up. (Windows: two at once are not kept apart.)"""
    with (HERE / ".venv.lock").open("w") as lock:
        if os.name == "posix":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)  # let go by the system, even when this process is killed
        yield


def set_up(purpose: str = "app") -> None:
    """Have .venv with every pinned package for this purpose; quick when it is there already."""
    wanted = fingerprint(purpose)
    if stamped(purpose, wanted):
        return
    with alone():
        if stamped(purpose, wanted):  # by the start we waited for
            return
        if usable_venv():
            say("Bringing .venv up to date …")
        else:
            say("Setting up HackDesk in .venv (once, about a minute) …")
            make_venv()
        UNFINISHED.touch()
        install_packages(REQUIREMENTS[purpose][-1])
        for name, paths in REQUIREMENTS.items():
            if set(paths) <= set(REQUIREMENTS[purpose]):
                stamp(name, fingerprint(name))
        UNFINISHED.unlink()
        say("  ready.")


def usable_venv() -> bool:
    """Whether .venv is whole, runs, has pip and is of this Python; if not it is made anew."""
    if UNFINISHED.exists() or not venv_python().exists():
        return False
    look = "import sys, pip; print(sys.implementation.cache_tag)"
    try:
        seen = subprocess.run([str(venv_python()), "-c", look], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return seen.returncode == 0 and seen.stdout.decode().strip() == sys.implementation.cache_tag


def make_venv() -> None:
    """Make an empty .venv, in place of a broken one."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        stop_if(linux().have_venv_module())
    if VENV.exists():
        say("  making .venv anew")
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    UNFINISHED.touch()
    base = getattr(sys, "_base_executable", None) or sys.executable  # when started from inside a venv
    made = subprocess.run([base, "-m", "venv", str(VENV)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode:
        raise Stop("Python could not make .venv: " + made.stdout.decode(errors="replace").strip()[-300:])


def install_packages(requirements: Path) -> None:
    """Let pip install what is pinned. pip's own settings (PIP_*, pip.conf) decide where from."""
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--only-binary", ":all:", "-r", str(requirements)]  # a compiler is not to be expected
    said = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for raw in pip.stdout:
            said.append(raw.decode(errors="replace"))
            if sys.stderr.isatty() and said[-1].startswith("Collecting"):
                found = sum(line.startswith("Collecting") for line in said)
                print(f"\r  fetching package {found} ", end="", file=sys.stderr, flush=True)
    text = "".join(said)
    (VENV / "set-up.log").write_text(text, encoding="utf-8")
    if pip.returncode:
        if "Installing collected packages" not in text:
            UNFINISHED.unlink()  # pip fetches all before it touches any: what was there is still whole
        raise Stop(pip_sentence(text))


def pip_sentence(text: str) -> str:
    """What went wrong while packages were installed, in one sentence with what to do."""
    if "No space left" in text or "Errno 28" in text:
        return "The disk is full: HackDesk needs about 1 GB; make room and start again."
    if any(word in text for word in NO_NETWORK):
        return (
            "The packages could not be fetched: connect to the internet once and start again"
            " (afterwards HackDesk needs no network)."
        )
    errors = [line for line in text.splitlines() if line.startswith("ERROR:")] or ["nothing."]
    return f"The packages could not be installed (all of it is in {VENV / 'set-up.log'}); pip said: {errors[-1]}"


# ---- What the system has to bring (Linux) ----------------------------------------------------


def linux():
    """packaging/linux.py, loaded only where a step is not done yet."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))
    import linux as module

    return module


def stop_if(sentence: str) -> None:
    """Stop where there is something to tell."""
    if sentence:
        raise Stop(sentence)


def need_libraries(platform: str) -> None:
    """Have the system libraries for Qt on this platform (offscreen, xcb, wayland); Linux only."""
    if not sys.platform.startswith("linux"):
        return
    wanted = fingerprint("app") + hashlib.sha256((PACKAGING / "system-libraries.txt").read_bytes()).hexdigest()
    if stamped("libraries-" + platform, wanted):
        return
    stop_if(linux().have_libraries(VENV, platform))
    stamp("libraries-" + platform, wanted)


def window_platform() -> str:
    """The Qt platform a window opens on here: "native", "xcb", "wayland", …; "" without a screen."""
    if not sys.platform.startswith("linux"):
        return "native"
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen:
        return chosen
    if os.environ.get("DISPLAY"):
        return "xcb"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""


# ---- The verbs -------------------------------------------------------------------------------


def hand_over(*words: str) -> int:
    """Become Python in .venv with these words; on Windows run it and give its exit status."""
    command = [str(venv_python()), *words]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def open_window(arguments: "list[str]") -> int:
    """Open HackDesk, on a file or on its start page; say so where there is no screen."""
    set_up()
    platform = window_platform()
    if not platform:
        say("HackDesk is set up. There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so")
        say("no window opens; `python3 run.py demo` plays the sample event and leaves its PDFs.")
        return 0
    need_libraries(platform)
    return hand_over(str(HERE / "main.py"), *arguments)


def demo() -> int:
    """Play the sample event into demo/, name its PDFs, open it where there is a screen."""
    set_up()
    if list(DEMO.glob("*.hackdesk")):
        # Somebody may have gone on working in it, so the last one is kept.
        before = HERE / "demo-before"
        shutil.rmtree(str(before), ignore_errors=True)
        DEMO.rename(before)
        say("The demo of last time is now in demo-before.")
    main = str(HERE / "main.py")
    status = subprocess.call([str(venv_python()), main, "rehearse", "--out", str(DEMO)])
    events = sorted(DEMO.glob("*.hackdesk"))
    if status or not events:
        say("The demo did not come to its end.")
        return status or 1
    for path in sorted(DEMO.rglob("*.pdf")):
        print(f"  {path.relative_to(HERE)}  ({path.stat().st_size // 1000 + 1:,} kB)")
    platform = window_platform()
    if platform in WITHOUT_SCREEN:
        print(f"There is no screen here, so no window opens on {events[0].relative_to(HERE)}.")
        return 0
    need_libraries(platform)
    return hand_over(main, str(events[0]))


def without_screen() -> None:
    """Have Qt draw into memory, and the libraries for that."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    need_libraries("offscreen")


def test(arguments: "list[str]") -> int:
    """Run the tests, as a contributor and the checks do."""
    set_up("dev")
    without_screen()
    os.chdir(str(HERE))
    return hand_over("-m", "pytest", *(arguments or side_by_side()))


def side_by_side() -> "list[str]":
    """What lets pytest run the whole suite on every processor; a few chosen tests are quicker without."""
    processors = min(os.cpu_count() or 1, 8)
    # One more than there are processors: many a test waits for a screen, a disk or another program.
    return ["-n", str(processors + 1), "--dist", "worksteal"] if processors > 1 else []


def bundle() -> int:
    """Make dist/HackDesk and let it test itself."""
    set_up("dev")
    without_screen()
    if sys.platform.startswith("linux"):
        stop_if(linux().have_bundle_tools(venv_python()))
    os.chdir(str(HERE))
    build = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "packaging/hackdesk.spec"]
    status = subprocess.call([str(venv_python()), *build])
    if status:
        return status
    made = HERE / "dist" / "HackDesk" / ("HackDesk.exe" if os.name == "nt" else "HackDesk")
    status = subprocess.call([str(made), "--self-test"])
    say(f"{made.parent} {'failed' if status else 'passed'} its self-test.")
    return status


def pictures(arguments: "list[str]") -> int:
    """Draw every page of the window into docs/pictures."""
    set_up()
    without_screen()
    out = str(HERE / "docs" / "pictures")
    return hand_over(str(HERE / "main.py"), "pictures", "--out", out, *arguments)


def start(arguments: "list[str]") -> int:
    """Do what the first word asks for; words that are not ours are main.py's."""
    verb = arguments[0] if arguments else ""
    if verb == "demo":
        return demo()
    if verb == "test":
        return test(arguments[1:])
    if verb == "bundle":
        return bundle()
    if verb == "pictures":
        return pictures(arguments[1:])
    if not verb or verb.endswith(".hackdesk") or Path(verb).is_file():
        return open_window(arguments)
    set_up()
    if verb == "--self-test":
        without_screen()
    return hand_over(str(HERE / "main.py"), *arguments)


def main() -> int:
    """Start, and turn what can go wrong on a fresh machine into one sentence."""
    refusal = unsuitable(sys.version_info)
    if refusal:
        say(refusal)
        return 1
    try:
        return start(sys.argv[1:])
    except Stop as stop:
        say(str(stop))
    except OSError as error:
        say(f"HackDesk could not be set up: {error.strerror} ({error.filename}).")
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on.")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main())
