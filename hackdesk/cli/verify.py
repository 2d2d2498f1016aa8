"""The verb that says whether a certificate or a record is real."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.cli.answer import answer, json_option, opened, refusing, words
from hackdesk.documents.proof import Statement, key_of, verified
from hackdesk.documents.proof_queries import code_in_picture, public_key
from hackdesk.documents.proof_wording import statement_sentences
from hackdesk.errors import HackDeskError
from hackdesk.language import N_


@click.command("verify")
@click.argument("code", metavar="CODE-OR-PICTURE")
@click.option("--key", required=True, help="The event's public key as the record prints it, or the event file.")
@json_option
@refusing
def verify(code: str, key: str, as_json: bool) -> None:
    """Say whether the code of a certificate or a record is real, and what was issued; no internet is needed."""
    public = _public(key)
    statement = verified(_code(code), public)
    answer({"real": True, **vars(statement)}, _said(statement), as_json)


def _public(key: str) -> str:
    path = Path(key)
    if not (key.endswith(".hackdesk") or _is_file(path)):
        return key_of(key)
    with opened(path) as event:
        public = public_key(event)
    if not public:
        raise HackDeskError(
            N_("This event has not signed anything yet."), remedy=N_("Make its certificates or the record first.")
        )
    return public


def _code(code: str) -> str:
    path = Path(code)
    return code_in_picture(path) if _is_file(path) else code


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a code is longer than a file's name may be
        return False


def _said(statement: Statement) -> str:
    return "\n".join(statement_sentences(statement, words()))


COMMANDS = {"verify": verify}
