"""The verb that serves the phones' pages without a window."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import click

from hackdesk.cli.answer import _, event_file, json_option, opened, refusing
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.rules import Juror


@click.command("phones")
@event_file
@click.option("--host", required=True, help="The laptop's own address in the network the phones are on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0: any free one.")
@click.option("--new-pins", is_flag=True, help="A new PIN for every juror, not only for those without one.")
@json_option
@refusing
def phones(file: Path, host: str, port: int, new_pins: bool, as_json: bool) -> None:
    """Serve the jurors' and the hall's pages to phones until Ctrl+C, and print each juror's link.

    PINs are printed when they are made and never again.
    """
    from hackdesk.phones.server import Phones  # the web server is imported where one is wanted

    # Listening for the end comes first: whoever reads the links may end it at once.
    with _end() as end, opened(file) as event:
        served = Phones(event, host, port)
        served.start()
        try:
            secrets, pins = actions.make_links(event), _pins(event, new_pins)
            jurors = queries.jurors(event)
            links = {juror: served.link(secrets[juror.id]) for juror in jurors}
            said = {juror: pins.get(juror.id) for juror in jurors}
            click.echo(_plain(served.address, links, said) if as_json else _said(served.address, links, said))
            while not end.wait(0.5):  # Windows hears Ctrl+C only between waits
                pass
        finally:
            served.stop()


def _pins(event: Event, everybody: bool) -> dict[UUID, str]:
    known = access(event)
    wanting = [
        juror.id
        for juror in queries.jurors(event)
        if everybody or not (juror.id in known and known[juror.id].has_pin)
    ]
    return actions.new_pins(event, wanting)


def _plain(address: str, links: dict[Juror, str], pins: dict[Juror, str | None]) -> str:
    jurors = [{"name": juror.name, "link": link, "pin": pins[juror]} for juror, link in links.items()]
    return json.dumps({"address": address, "jurors": jurors}, ensure_ascii=False)


def _said(address: str, links: dict[Juror, str], pins: dict[Juror, str | None]) -> str:
    lines = [_("The phones' pages are at {address} until you press Ctrl+C.", address=address)]
    for juror, link in links.items():
        lines.append(f"{juror.name}  {link}")
        if pin := pins[juror]:
            lines.append("  " + _("PIN {pin}, which is told only now", pin=pin))
    return "\n".join(lines)


@contextmanager
def _end() -> Iterator[threading.Event]:
    """What is set by Ctrl+C and by whoever ends the process in good order."""
    told = threading.Event()

    def stop(*_: object) -> None:
        told.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


COMMANDS = {"phones": phones}
