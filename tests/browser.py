"""Debian's Chromium without a screen, driven over a pipe: pages are opened, pressed and read as on a phone."""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: Seconds until what should happen at once is given up.
PATIENCE = 30.0
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--remote-debugging-pipe", "--hide-scrollbars",
)  # fmt: skip


class Browser:
    """One running Chromium. folder: where it keeps what it keeps; the same folder is the same phone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.said: list[dict[str, Any]] = []
        self.start()

    def start(self) -> None:
        """Start it, also again after it was closed."""
        to_read, to_write = os.pipe(), os.pipe()
        command = [CHROMIUM or "chromium", *_FLAGS, f"--user-data-dir={self._folder}", "about:blank"]
        # Chromium reads from its file number 3 and writes to 4.
        wired = f'exec "$@" 3<&{to_read[0]} 4>&{to_write[1]}'
        self._program = subprocess.Popen(
            ["bash", "-c", wired, "bash", *command], pass_fds=(to_read[0], to_write[1]),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read[0])
        os.close(to_write[1])
        self._out, self._in = to_read[1], to_write[0]
        self._numbers = itertools.count(1)
        self._buffer = b""

    def page(self, phone: str = "", *, width: int = 360, height: int = 640) -> Page:
        """A new page of a phone's size. phone: of `new_phone`; "": the one that outlives the browser."""
        wanted = {"url": "about:blank", **({"browserContextId": phone} if phone else {})}
        target = self.call("Target.createTarget", wanted)["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        return Page(self, session, target, width, height)

    def new_phone(self) -> str:
        """A phone of its own: its cookies and what it keeps are nobody else's, and gone with the browser."""
        return str(self.call("Target.createBrowserContext")["browserContextId"])

    def call(self, method: str, values: dict[str, Any] | None = None, session: str = "") -> dict[str, Any]:
        """Ask the browser for something and wait for its answer."""
        number = next(self._numbers)
        asked: dict[str, Any] = {"id": number, "method": method, "params": values or {}}
        if session:
            asked["sessionId"] = session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']['message']}")
                result: dict[str, Any] = told["result"]
                return result
            self.said.append(told)

    def close(self) -> None:
        """End it, so that everything is on disk."""
        try:
            self.call("Browser.close")
        except (OSError, EOFError, TimeoutError):
            self._program.kill()
        self._program.wait(PATIENCE)
        os.close(self._out)
        os.close(self._in)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            if not ready:
                raise TimeoutError("the browser does not answer")
            more = os.read(self._in, 1 << 20)
            if not more:
                raise EOFError("the browser has ended")
            self._buffer += more
        told, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(told)
        return answer


class Page:
    """One page of the browser, as big as a phone and touched with a finger."""

    def __init__(self, browser: Browser, session: str, target: str, width: int, height: int) -> None:
        self._browser, self._session, self._target = browser, session, target
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        self.call("Emulation.setDeviceMetricsOverride", size)
        self.call("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def call(self, method: str, values: dict[str, Any] | None = None) -> dict[str, Any]:
        """Ask for something about this page."""
        return self._browser.call(method, values, self._session)

    def open(self, address: str) -> None:
        """Go there; a place where nobody answers is no mistake here."""
        self.call("Page.navigate", {"url": address})
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def js(self, expression: str) -> Any:
        """What an expression gives in the page."""
        values = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        told = self.call("Runtime.evaluate", values)
        if "exceptionDetails" in told:
            raise RuntimeError(f"{expression}: {told['exceptionDetails']}")
        return told["result"].get("value")

    def until(self, expression: str) -> Any:
        """Wait until it is true."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = self.js(expression)
                if found not in (None, False, "", 0):
                    return found
            except RuntimeError:  # between two pages there is nothing to ask
                pass
            if time.monotonic() > end:
                raise AssertionError(f"never true: {expression}\n{self.text()}")
            time.sleep(0.05)

    def text(self) -> str:
        """What can be read on it."""
        return str(self.js("document.body ? document.body.innerText : ''"))

    def tap(self, selector: str) -> None:
        """Press what the selector finds in the part that is seen, as a finger would."""
        finding = f"""(function () {{
            if (document.readyState !== 'complete') {{ return null; }}
            var found = Array.prototype.filter.call(document.querySelectorAll({json.dumps(selector)}),
                function (one) {{ return one.offsetParent !== null; }})[0];
            if (!found) {{ return null; }}
            found.scrollIntoView({{block: 'center'}});
            var box = found.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2];
        }})()"""
        x, y = self.until(finding)
        for kind in ("mousePressed", "mouseReleased"):
            values = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", values)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self.call("Input.insertText", {"text": text})

    def picture(self, path: Path, *, scheme: str = "light", whole: bool = False) -> None:
        """A picture of it. whole: also what is below the edge."""
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        self.call("Emulation.setEmulatedMedia", media)
        values = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            values["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        told = self.call("Page.captureScreenshot", values)
        path.write_bytes(base64.b64decode(told["data"]))

    def complaints(self) -> list[str]:
        """Mistakes of scripts, and what the content security policy stopped."""
        found = []
        for one in self._browser.said:
            if one.get("sessionId") != self._session:
                continue
            if one["method"] == "Runtime.exceptionThrown":
                found.append(json.dumps(one["params"]["exceptionDetails"]))
            if one["method"] == "Log.entryAdded" and one["params"]["entry"]["source"] == "security":
                found.append(one["params"]["entry"]["text"])
        return found

    def close(self) -> None:
        """Close the tab."""
        self._browser.call("Target.closeTarget", {"targetId": self._target})
