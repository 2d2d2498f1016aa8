"""Our pages' JavaScript in the browser that Debian ships, without a window; skipped where there is none."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from hackdesk.resources import resource

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
needs_chromium = pytest.mark.skipif(not _CHROMIUM, reason="no chromium on this machine: apt install chromium")


def answered(folder: Path, scripts: Sequence[str], work: str, given: Any) -> Any:
    """What the JavaScript function `work` gives for `given`, on a page that loads these of our scripts."""
    loaded = "".join(f'<script src="{resource(name).as_uri()}"></script>' for name in scripts)
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body><pre id="given"></pre>{loaded}<script>'
        f"var given = {json.dumps(given)};"
        f"document.getElementById('given').textContent = encodeURIComponent(JSON.stringify(({work})(given)));"
        "</script>",
        encoding="utf-8",
    )
    assert _CHROMIUM
    command = [_CHROMIUM, *_QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=90)
    found = re.search(r'<pre id="given">([^<]*)</pre>', ran.stdout)
    assert found and found[1], ran.stderr
    return json.loads(unquote(found[1]))
