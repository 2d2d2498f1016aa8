"""What a bare Linux machine lacks for HackDesk: found, and on Debian or Ubuntu installed.

run.py loads this when a step is not stamped as done. Standard library only. Nothing here loads a Qt library
into this process: a missing one would end it without a word, so `ldd` looks in a child.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

LIBRARIES = Path(__file__).resolve().parent / "system-libraries.txt"


def last_line(text: str, start: str = "") -> str:
    """The last line of a program's output that begins so, or simply the last one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["nothing was said"]
    return ([line for line in lines if line.startswith(start)] or lines)[-1]


def is_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Debian, Ubuntu or something made from them."""
    try:
        lines = release.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    likes = " ".join(line for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    return shutil.which("apt-get") is not None and ("debian" in likes or "ubuntu" in likes)


def known_names(packages: list[tuple[str, ...]]) -> list[str]:
    """Each package by the name this release has for it. packages: (usual name, name elsewhere …)"""

    def known(name: str) -> bool:
        with contextlib.suppress(OSError):
            seen = subprocess.run(["apt-cache", "show", name], capture_output=True)
            return seen.returncode == 0
        return False

    return [next((other for other in names[1:] if known(other)), names[0]) for names in packages]


def line_to_type(packages: list[tuple[str, ...]]) -> str:
    """What a person types who may become root."""
    return "sudo apt-get install --no-install-recommends " + " ".join(known_names(packages))


def install(packages: list[tuple[str, ...]], reason: str, *, may: bool) -> str:
    """Install system packages if we may; gives what to tell the person, "" when all went well."""
    if not may:
        return f"{reason} On Debian or Ubuntu type this line, then start again:\n  {line_to_type(packages)}"
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")

    def apt(*words: str) -> subprocess.CompletedProcess:
        # A fresh machine may be updating itself: wait for that instead of failing.
        command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *words]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)

    print("  installing with apt-get: " + " ".join(known_names(packages)), file=sys.stderr, flush=True)
    for _attempt in range(2):
        done = apt("install", "-y", "--no-install-recommends", *known_names(packages))
        if done.returncode == 0:
            return ""
        apt("update")  # a fresh machine has no package lists, an old one has stale ones
    complaint = last_line(done.stdout.decode(errors="replace"), "E:")
    return f"{reason} apt-get could not help ({complaint}); mend that, or type:\n  {line_to_type(packages)}"


def may_install() -> bool:
    """Whether we may call apt-get ourselves: as root, on Debian or Ubuntu."""
    return is_debian() and os.geteuid() == 0


# ---- Libraries Qt needs ----------------------------------------------------------------------


def listed() -> list[tuple[str, str, tuple[str, ...]]]:
    """(platform, library, (package, name elsewhere …)) as system-libraries.txt has them."""
    rows = [line.split("#")[0].split() for line in LIBRARIES.read_text(encoding="utf-8").splitlines()]
    return [(row[0], row[1], tuple(row[2:])) for row in rows if row]


def not_found(ldd_says: str) -> list[str]:
    """The libraries ldd did not find, each once: 'libEGL.so.1 => not found' gives libEGL.so.1."""
    return sorted({line.split()[0] for line in ldd_says.splitlines() if "=> not found" in line})


def packages_for(missing: list[str], platform: str) -> list[tuple[str, ...]]:
    """The packages that bring what is missing; what is not listed comes along as their dependency."""
    rows = [row for row in listed() if row[0] in ("offscreen", platform)]
    found = [row[2] for row in rows if row[1] in missing] or [row[2] for row in rows]
    return list(dict.fromkeys(found))


def missing_libraries(venv: Path, platform: str) -> list[str]:
    """The libraries Qt in this venv would not find for a platform ("offscreen", "xcb", "wayland")."""
    names = ["QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtSvg.abi3.so"]
    names += [f"Qt/plugins/platforms/libq{name}.so" for name in ("offscreen", platform)]
    found = [str(path) for name in names for path in venv.glob(f"lib/python*/site-packages/PySide6/{name}")]
    if not found or shutil.which("ldd") is None:  # then Qt itself will have to say it
        return []
    return not_found(subprocess.run(["ldd", *found], capture_output=True).stdout.decode(errors="replace"))


def have_libraries(venv: Path, platform: str) -> str:
    """Have what Qt needs for a platform; gives what to tell the person, "" when all is there."""
    missing = missing_libraries(venv, platform)
    if not missing:
        return ""
    reason = f"HackDesk's window needs libraries that are not here ({', '.join(missing)})."
    told = install(packages_for(missing, platform), reason, may=may_install())
    if told:
        return told
    missing = missing_libraries(venv, platform)
    return f"Still missing after installing: {', '.join(missing)}." if missing else ""


# ---- What else a step needs ------------------------------------------------------------------


def have_venv_module() -> str:
    """Have what makes a virtual environment: Debian keeps it out of its plain python3."""
    # For the running Python, which need not be the one that plain `python3-venv` belongs to.
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return install([(package,)], "This Python cannot make a virtual environment.", may=may_install())


def have_bundle_tools(python: Path) -> str:
    """Have what PyInstaller calls (objdump) and what it packs in (Python as a shared library)."""
    packages: list[tuple[str, ...]] = [] if shutil.which("objdump") else [("binutils",)]
    # A Python without a shared library says "libpython3.11.a" here; Debian has the other beside it.
    library = (sysconfig.get_config_var("INSTSONAME") or "").replace(".a", ".so.1.0")
    load = [str(python), "-c", f"import ctypes; ctypes.CDLL({library!r})"]
    if subprocess.run(load, capture_output=True).returncode:
        packages.append((f"libpython{sys.version_info[0]}.{sys.version_info[1]}",))
    reason = "Making a bundle needs more of the system."
    return install(packages, reason, may=may_install()) if packages else ""
