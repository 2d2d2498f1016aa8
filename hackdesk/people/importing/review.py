"""What is doubtful about a row, and what was decided about that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hackdesk.language import N_
from hackdesk.people.importing import answers as said_in
from hackdesk.people.importing.doubts import AS_WRITTEN, BLANK, BRING, LEAVE_OUT, MEND, SMALL, Doubt, DoubtKind
from hackdesk.people.importing.reading import Decision, digest
from hackdesk.people.importing.registrations import Registration
from hackdesk.people.likeness import name_key


class Review:
    """Asks what is doubtful, and knows what was decided about it."""

    def __init__(self, decisions: Mapping[str, Decision], known: Sequence[Mapping[str, Any]]) -> None:
        self._decisions = decisions
        self.doubts: list[Doubt] = []
        self.left_out: list[tuple[int, str]] = []
        self._origins: dict[int, Registration] = {}
        self._written = {name_of(values).casefold() for values in known if not is_shouted(name_of(values))}
        self._agreed = {name_of(values).casefold() for values in known if values.get("guardian_consent")}

    def ask(self, row: Registration, kind: DoubtKind, about: str, sentence: str, **more: Any) -> Doubt:
        """A doubt with what was decided about it. about: what makes it this one beside whose row it is."""
        # What is asked later about a row is remembered by what the file says, not by what was mended in it.
        values = self._origins.get(row.row, row).values
        key = digest(kind, " ".join(name_key(row.name)), values.get("email", ""), values.get("phone", ""), about)
        texts = {"name": row.name, **more.pop("texts", {})}
        doubt = Doubt(
            row.row, more.pop("column", ""), sentence, texts, key=key, kind=kind, name=row.name,
            decided=self._decisions.get(key), **more,
        )  # fmt: skip
        if doubt.decided and doubt.decided.verdict not in doubt.options:
            doubt = replace(doubt, decided=None)
        self.doubts.append(doubt)
        return doubt

    def leave(self, row: Registration) -> None:
        """This row is not brought in."""
        self.left_out.append((row.row, row.name))

    def settled(self, row: Registration) -> Registration | None:
        """The row after what was decided about itself; None where it is left out."""
        verdicts = []
        self._origins[row.row] = row
        if row.broken_email:
            row, verdict = self._settled_email(row, *row.broken_email)
            verdicts.append(verdict)
        name = row.name.casefold()
        if is_shouted(row.name) and name not in self._written:
            row, verdict = self._settled_capitals(row)
            verdicts.append(verdict)
        if row.values.get("minor") and not row.values.get("guardian_consent") and name not in self._agreed:
            sentence = N_("{name} is under 18 and the list has no guardian's consent.")
            options = (BRING, LEAVE_OUT)
            doubt = self.ask(row, DoubtKind.GUARDIAN, "", sentence, options=options, suggested=BRING)
            verdicts.append(doubt.verdict)
        if LEAVE_OUT in verdicts:
            self.leave(row)
            return None
        return row

    def _settled_email(self, row: Registration, column: str, text: str) -> tuple[Registration, str]:
        mended = said_in.mended_email(text)
        doubt = self.ask(
            row, DoubtKind.EMAIL, text, N_("“{text}” is not a whole e-mail address."), texts={"text": text},
            column=column, mended=mended, suggested=BLANK,
            options=(BLANK, *((MEND,) if mended else ()), LEAVE_OUT),
        )  # fmt: skip
        values = {**row.values, "email": mended} if doubt.verdict == MEND else row.values
        return replace(row, values=values), doubt.verdict

    def _settled_capitals(self, row: Registration) -> tuple[Registration, str]:
        mended = said_in.capitalised(row.name)
        doubt = self.ask(
            row, DoubtKind.CAPITALS, "", N_("{name} is written in capitals."), mended=mended,
            options=(AS_WRITTEN, SMALL, LEAVE_OUT), suggested=AS_WRITTEN,
        )  # fmt: skip
        if doubt.verdict == SMALL:
            names = {key: row.values[key] for key in ("given_name", "family_name") if key in row.values}
            small = {key: said_in.capitalised(name) for key, name in names.items()}
            row = replace(row, values={**row.values, **small})
        return row, doubt.verdict


def name_of(values: Mapping[str, Any]) -> str:
    """Given and family name of somebody's values."""
    return f"{values.get('given_name', '')} {values.get('family_name', '')}".strip()


def is_shouted(name: str) -> bool:
    """Whether a name is written in capitals."""
    return name.isupper() and len(name) > 1
