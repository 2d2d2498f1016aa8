"""Who on the jury may be close to a team, and why: hints for a person to look at, never a decision."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from hackdesk.language import N_, Words
from hackdesk.people.likeness import name_key
from hackdesk.people.municipalities import Municipalities, municipal, place
from hackdesk.people.search import readings, words_of

#: Words that say what kind of body it is and not which: legal forms here and in the neighbours' countries.
_FORMS = frozenset({
    "ou", "as", "mtu", "sa", "tu", "uu", "fie", "ltd", "llc", "inc", "oy", "ry", "ab", "sia", "biedriba", "selts",
    "ooo", "nodibinajums", "osauhing", "aktsiaselts", "sihtasutus", "mittetulundusuhing", "ao",
})  # fmt: skip
#: What people write who have no organisation, folded.
_NO_BODY = frozenset({
    "eraisik", "pensionar", "opilane", "uliopilane", "tudeng", "kodune", "tootu", "vabakutseline", "elanik",
    "kogukond", "kohalik elanik", "kool", "ei ole", "puudub", "private person", "student", "pupil", "retired",
    "freelancer", "self employed", "none", "no", "n a", "resident", "пенсионер", "студент", "pensionars",
    "students",
})  # fmt: skip
_PARTS = re.compile(r"[,;/|\n]")
#: From the same municipality is a hint where it is at least so many of a team, and one in so many of it.
_NOTICEABLE, _ONE_IN = 2, 3
_NAMED = 3


class Part(StrEnum):
    """What somebody is to a team."""

    MEMBER = "member"
    FORMER = "former"
    OWNER = "owner"
    MENTOR = "mentor"


class Why(StrEnum):
    """Why a juror may be close to a team, the strongest first."""

    MEMBER = "member"
    FORMER = "former"
    OWNER = "owner"
    MENTOR = "mentor"
    ORGANISATION = "organisation"
    OWNER_ORGANISATION = "owner_organisation"
    OWNER_MUNICIPALITY = "owner_municipality"
    MUNICIPALITY = "municipality"
    FAMILY = "family"


#: These alone say little in a small county.
WEAK = frozenset({Why.OWNER_MUNICIPALITY, Why.MUNICIPALITY, Why.FAMILY})
_WORDS = {
    Why.MEMBER: N_("is in the team"),
    Why.FORMER: N_("was in the team"),
    Why.OWNER: N_("owns the topic of the team"),
    Why.MENTOR: N_("mentor of the team"),
    Why.ORGANISATION: N_("same organisation as {who}: {what}"),
    Why.OWNER_ORGANISATION: N_("same organisation as the owner of the topic: {what}"),
    Why.OWNER_MUNICIPALITY: N_("same municipality as the owner of the topic: {what}"),
    Why.MUNICIPALITY: N_("same municipality as {count} of {of} in the team: {what}"),
    Why.FAMILY: N_("same family name as {who}"),
}


@dataclass(frozen=True)
class Known:
    """What is known of a person or a juror. person_id: on the list of people, or None. family_name: as there."""

    name: str
    person_id: UUID | None = None
    organisation: str = ""
    municipality: str = ""
    family_name: str = ""

    @property
    def family(self) -> frozenset[str]:
        """The words of the family name; without one, the last word of a name of several."""
        return _family(self.name, self.family_name)


@dataclass(frozen=True)
class Concerned:
    """Somebody who has to do with a team, and as what."""

    who: Known
    part: Part


@dataclass(frozen=True)
class JurorKnown:
    """A juror with what is known of them: as a juror, and from the list of people where they are on it."""

    id: UUID
    known: tuple[Known, ...]


@dataclass(frozen=True)
class Reason:
    """One reason. who: names of members it is about; what: the organisation or municipality; count of of."""

    why: Why
    who: tuple[str, ...] = ()
    what: str = ""
    count: int = 0
    of: int = 0

    def said(self, words: Words) -> str:
        """The reason in words."""
        return words(_WORDS[self.why], who=_listed(self.who, words), what=self.what, count=self.count, of=self.of)


@dataclass(frozen=True)
class Hint:
    """A juror may be close to a team. reasons: the strongest first."""

    juror_id: UUID
    team_id: UUID
    reasons: tuple[Reason, ...] = field(default_factory=tuple)

    @property
    def weak(self) -> bool:
        """Whether nothing stronger speaks for it than a common name or the same municipality."""
        return all(reason.why in WEAK for reason in self.reasons)

    @property
    def sign(self) -> str:
        """The kinds of reasons: a hint that was put away comes back where another kind joins them."""
        return " ".join(sorted({reason.why for reason in self.reasons}))

    def said(self, words: Words) -> str:
        """All reasons in one sentence, as a recusal's reason begins."""
        return "; ".join(reason.said(words) for reason in self.reasons)


def hints(
    jurors: Iterable[JurorKnown],
    teams: Mapping[UUID, Sequence[Concerned]],
    merged: Mapping[str, str] | None = None,
) -> tuple[Hint, ...]:
    """Every juror × team where something speaks for closeness, in the order of jurors and teams.

    merged: {a spelling's key: the key a municipality is counted under}, as somebody merged them by hand.
    """
    jurors = tuple(jurors)
    everybody = [one.who for team in teams.values() for one in team]
    everybody += [known for juror in jurors for known in juror.known]
    places = Municipalities([_home(one) for one in everybody], merged)
    found = []
    for juror in jurors:
        for team_id, concerned in teams.items():
            reasons = _reasons(juror, concerned, places)
            if reasons:
                found.append(Hint(juror.id, team_id, reasons))
    return tuple(found)


@lru_cache(maxsize=4096)
def organisation_keys(text: str) -> frozenset[str]:
    """Under what an organisation is known: without its legal form, and without what follows a comma.

    A municipality and its government are one: "Rõuge vald", "Rõuge Vallavalitsus".
    """
    return frozenset(key for part in (text, _PARTS.split(text)[0]) if (key := _body(part)))


def same_family(one: Known, other: Known) -> bool:
    """Whether two people have a family name in common, the forms of it for women and men taken for one."""
    return any(_one_name(a, b) for a in one.family for b in other.family)


@lru_cache(maxsize=4096)
def _family(name: str, family_name: str) -> frozenset[str]:
    words = words_of(family_name) or words_of(name)[1:][-1:]
    return frozenset(way for word in words if len(word) > 2 for way in readings(word))


def _body(text: str) -> str:
    if municipal(text) and (found := place(text)):
        return found.key
    words = [word for word in words_of(text) if word not in _FORMS]
    key = " ".join(words)
    return "" if key in _NO_BODY or len(key) < 3 else key


def _one_name(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if long == short + "a" and short.endswith(("ov", "ev", "in", "yn")):
        return True
    # Bērziņš and Bērziņa, Zvirbulis and Zvirbule.
    ends = {(one[-1:], other[-1:]), (other[-1:], one[-1:])}
    if len(one) == len(other) > 4 and one[:-1] == other[:-1]:
        return ("s", "a") in ends
    return len(short) > 4 and short.endswith("e") and long == short[:-1] + "is"


def _home(one: Known) -> str:
    return one.municipality or municipal(one.organisation)


def _reasons(juror: JurorKnown, concerned: Sequence[Concerned], places: Municipalities) -> tuple[Reason, ...]:
    own = [one for one in concerned if _is_self(juror, one.who)]
    found = [Reason(Why(part)) for part in Part if any(one.part is part for one in own)]
    if any(reason.why is Why.MEMBER for reason in found):
        found = [reason for reason in found if reason.why is not Why.FORMER]
    by_part: dict[Part, list[Known]] = defaultdict(list)
    for one in concerned:
        if one not in own:
            by_part[one.part].append(one.who)
    members, owners = by_part[Part.MEMBER], by_part[Part.OWNER]
    bodies = {key for known in juror.known for key in organisation_keys(known.organisation)}
    same = [who for who in members if bodies & organisation_keys(who.organisation)]
    if same:
        found.append(Reason(Why.ORGANISATION, tuple(who.name for who in same), same[0].organisation))
    found += _of_owner(bodies, owners, same)
    told = same + (owners if any(reason.why is Why.OWNER_ORGANISATION for reason in found) else [])
    found += _municipalities(juror, (members, owners), places, told)
    family = [who.name for who in members if any(same_family(known, who) for known in juror.known)]
    if family:
        found.append(Reason(Why.FAMILY, tuple(family)))
    order = list(Why)
    return tuple(sorted(found, key=lambda reason: order.index(reason.why)))


def _is_self(juror: JurorKnown, who: Known) -> bool:
    ids = {known.person_id for known in juror.known if known.person_id}
    if ids and who.person_id:
        return who.person_id in ids
    return any(name_key(known.name) == name_key(who.name) != () for known in juror.known)


def _of_owner(bodies: Collection[str], owners: list[Known], told: Collection[Known]) -> list[Reason]:
    for owner in owners:
        # An owner's name may be that of an institution.
        text = owner.organisation or owner.name
        if owner not in told and any(key in bodies for key in organisation_keys(text)):
            return [Reason(Why.OWNER_ORGANISATION, what=text)]
    return []


def _municipalities(
    juror: JurorKnown, concerned: tuple[list[Known], list[Known]], places: Municipalities, told: Collection[Known]
) -> list[Reason]:
    members, owners = concerned
    homes = {key: _home(known) for known in juror.known if (key := places.key(_home(known)))}
    found = []
    for owner in owners:
        if owner not in told and (key := places.key(_home(owner))) in homes:
            found.append(Reason(Why.OWNER_MUNICIPALITY, what=places.name(key)))
            break
    for key in homes:
        # Who works in the same house was told already, and so was where.
        count = sum(places.key(_home(who)) == key for who in members if who not in told)
        if count >= _NOTICEABLE and count * _ONE_IN >= len(members):
            found.append(Reason(Why.MUNICIPALITY, what=places.name(key), count=count, of=len(members)))
            break
    return found


def _listed(names: tuple[str, ...], words: Words) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    first, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return words.many("{names} and {count} more", "{names} and {count} more", more, names=first)
