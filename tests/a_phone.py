"""A juror's phone as a plain client: it keeps cookies, types the PIN and sends what the page's script sends."""

from __future__ import annotations

import json
import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any


class APhone:
    """link: a juror's own. Nothing but the standard library, as far from the server's code as a phone is."""

    def __init__(self, link: str) -> None:
        self.link, self.token = link, ""
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
        )

    def open(self) -> str:
        """The page behind the link as it is for this phone now."""
        with self._opener.open(self.link, timeout=10) as answer:
            page: str = answer.read().decode()
        found = re.search(r'name="token"[^>]*value="([^"]*)"|id="token"[^>]*value="([^"]*)"', page)
        self.token = (found[1] or found[2]) if found else self.token
        return page

    def type_pin(self, pin: str) -> str:
        """Type the PIN on the page that asks for it; gives the page behind it."""
        self.open()
        form = urllib.parse.urlencode({"token": self.token, "pin": pin}).encode()
        self._opener.open(self.link, data=form, timeout=10).close()
        return self.open()

    def tell(self, path: str, value: Any) -> Any:
        """What the page's script sends; gives the answer."""
        headers = {"Content-Type": "application/json", "X-Token": self.token}
        request = urllib.request.Request(self.link + path, json.dumps(value).encode(), headers)
        with self._opener.open(request, timeout=10) as answer:
            return json.load(answer)
