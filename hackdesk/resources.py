"""Files that HackDesk brings with it: fonts, icons, words, templates."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of a file under `resources/`, in the checkout and in the bundle.

    name: a relative path with `/`, such as "fonts/NotoSans-Regular.ttf".
    Raises ValueError for a name that leads out of the folder.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    root = (Path(bundle) if bundle else Path(__file__).resolve().parent.parent) / "resources"
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise ValueError(f"{name!r} is not inside resources/")
    return path
