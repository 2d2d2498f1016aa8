"""Where Qt's part for cameras is not whole, that is said; and nobody waits for it before a camera is wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_missing_library_becomes_words() -> None:
    said = run(
        "import sys\n"
        "class Bare:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'PySide6.QtMultimedia':\n"
        "            raise ImportError('libpulse.so.0: cannot open shared object file')\n"
        "sys.meta_path.insert(0, Bare())\n"
        "from ui.camera import NoCamera, cameras\n"
        "try: cameras()\n"
        "except NoCamera as error: print(error)\n"
    )
    assert "the system library libpulse0 is missing" in said.stdout, said.stderr


def test_multimedia_waits_until_the_camera_is_wanted() -> None:
    modules = "import ui.app, ui.window, ui.pages.check_in.page, ui.pages.prepare.laptop_panel, sys; "
    said = run(modules + "print('PySide6.QtMultimedia' in sys.modules or 'zxingcpp' in sys.modules)")
    assert said.stdout.strip() == "False", said.stderr
