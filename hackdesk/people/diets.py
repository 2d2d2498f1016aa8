"""What people eat, out of what they wrote: the same need in other words and other languages is one need."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from hackdesk.language import N_
from hackdesk.people.search import folded

#: The needs that are known in many words, with the word for each; the order is that of the kitchen's list.
NEEDS = {
    "vegan": N_("vegan"),
    "vegetarian": N_("vegetarian"),
    "fish": N_("fish but no meat"),
    "gluten": N_("gluten-free"),
    "lactose": N_("lactose-free"),
    "dairy": N_("dairy-free"),
    "nuts": N_("no nuts"),
    "egg": N_("no eggs"),
    "no_fish": N_("no fish"),
    "seafood": N_("no seafood"),
    "pork": N_("no pork"),
    "soy": N_("no soy"),
    "sugar": N_("no sugar"),
    "halal": N_("halal"),
    "kosher": N_("kosher"),
    "diabetes": N_("diabetes"),
}
#: A way of eating, as people call it. A “no” in front of it makes it something else.
_WAYS = {
    "vegan": "vegan veganist vegaan vegantoit vegaantoit vegantoidud vegāns vegāne веган vegaaninen",
    "vegetarian": (
        "vegetarian veggie vegetaar vegetaarlane vegetariaan taimetoit taimetoitlane taimetoiduline taimne "
        "lihavaba meatless lihata veģetārietis veģetāriete вегетарианец вегетарианка kasvis kasvissyöjä"
    ),
    "fish": "pescatarian pesceterian pescetarian pesketaarlane kalataimetoitlane",
    "gluten": "coeliac celiac tsöliaakia tsöliaak keliakia целиакия celiakija",
    "halal": "halal халяль halāl",
    "kosher": "kosher koššer кошер",
    "diabetes": "diabetic diabetes diabeet diabeetik suhkruhaigus suhkrutõbi диабет diabēts",
}
#: What people leave out, as they call it, with or without a “free” at its end.
_WITHOUT = {
    "gluten": "gluten glutens gluteen gluteeni gluteenita глютен глютена glutēns glutēna gluteeniton nisu wheat",
    "lactose": "lactose laktoos laktoosi laktoosita лактоза лактозы laktoze laktozes laktoositon",
    "dairy": "dairy milk piim piima piimata piimatooted piimatooteid piimatoodete молоко молока piens piena",
    "nuts": "nuts nut pähkel pähkli pähklid pähkleid pähklite pähkliteta орехи орехов rieksti riekstu pähkinä",
    "egg": "egg eggs muna munad mune munata яйца яиц olas",
    "no_fish": "fish kala kalata kalatooted рыба рыбы zivis",
    "seafood": "seafood shellfish mereannid mereande meresaadused koorikloomad морепродукты",
    "pork": "pork sealiha sealihata свинина свинины cūkgaļa",
    "soy": "soy soya soja sojata соя сои",
    "sugar": "sugar suhkur suhkru suhkrut suhkruta сахар сахара",
}
_FREE = "free vaba vabad intolerance intolerant talumatus talumatu allergy allergic allergiline allergia"
_NO = "no non without not dont cannot ilma ei без не nav"
#: Says something only behind a “no”: “ei söö kala”, but “söön kala”.
_EATING = "eat eats söö talu tohi sob can ем едят"
_FILLER = (
    "i am m im a an the my is to have has food foods meal diet only please menu strict strictly "
    "ma mina olen mul on toit toitu toidu toidud toidule menüü ainult palun range rangelt vastu suhtes я ir"
)
#: What people write where they have no need at all.
_NONE = (
    "", "no", "none", "nothing", "na", "n a", "nil", "not any", "no special diet", "no restrictions", "normal",
    "everything", "omnivore", "ei", "ei ole", "pole", "puudub", "puuduvad", "puuduv", "erisused puuduvad",
    "erivajadused puuduvad", "ei ole erisusi", "kõik", "kõike", "kõigesööja", "söön kõike", "tavatoit", "tavaline",
    "segatoit", "segatoiduline", "нет", "все", "всё", "nav", "nē", "ei mitään",
)  # fmt: skip
_PARTS = re.compile(r"[/,;+()\n|·]|\s[–—-]\s")
_AND = re.compile(r"\s(?:&|and|ja|ning|и|un)\s", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def _known(table: dict[str, str]) -> dict[str, str]:
    return {_plain(word): key for key, words in table.items() for word in words.split()}


_WAY_OF, _WITHOUT_OF = _known(_WAYS), _known(_WITHOUT)
_FILLERS, _ENDS = frozenset(_plain(_FILLER).split()), frozenset(_plain(_FREE).split())
_NOES, _NOTHING = frozenset(_plain(_NO).split()), frozenset(map(_plain, _NONE))
_EATS = frozenset(_plain(_EATING).split())
#: Nobody names these on a form of diets because they love them.
_PLAIN_ENOUGH = frozenset({"gluten", "lactose", "nuts"})
_GLUED = tuple(sorted({"vaba", "free", "vabad", "allergia", "talumatus", "allergy"}, key=len, reverse=True))


@dataclass(frozen=True)
class Need:
    """One need. key: of NEEDS; empty where nobody else has said it so, and own is then what was written."""

    key: str = ""
    own: str = ""

    @property
    def sign(self) -> str:
        """What makes two needs the same one."""
        return self.key or _plain(self.own)


@dataclass(frozen=True)
class Eater:
    """Somebody who eats. wording: what they wrote about it; here: they are in the house now."""

    name: str
    wording: str = ""
    here: bool = False
    person_id: UUID | None = None


@dataclass(frozen=True)
class DietGroup:
    """Those who need the same. needs: none where they eat what there is."""

    needs: tuple[Need, ...]
    eaters: tuple[Eater, ...]

    @property
    def here(self) -> int:
        """How many of them are here."""
        return sum(eater.here for eater in self.eaters)


def needs_of(wording: str) -> tuple[Need, ...]:
    """The needs in an answer, known ones first in the order of NEEDS; none where there is no need.

    “vegan / no nuts” is two needs. A part that is not understood stays as it was written: none is lost.
    """
    if _plain(wording) in _NOTHING:
        return ()
    found: dict[str, Need] = {}
    for part in _PARTS.split(wording):
        for need in _needs_in(part):
            found.setdefault(need.sign, need)
    order = list(NEEDS)
    return tuple(
        sorted(found.values(), key=lambda need: (order.index(need.key) if need.key else len(order), need.sign))
    )


def by_diet(eaters: Iterable[Eater]) -> tuple[DietGroup, ...]:
    """Those who eat, by what they need: who needs nothing first, then the largest group first."""
    groups: defaultdict[tuple[str, ...], list[Eater]] = defaultdict(list)
    needs: dict[tuple[str, ...], tuple[Need, ...]] = {}
    for eater in eaters:
        told = needs_of(eater.wording)
        signs = tuple(need.sign for need in told)
        needs.setdefault(signs, told)
        groups[signs].append(eater)
    order = sorted(groups, key=lambda signs: (bool(signs), -len(groups[signs]), signs))
    return tuple(
        DietGroup(needs[signs], tuple(sorted(groups[signs], key=lambda one: one.name.casefold())))
        for signs in order
    )


def _needs_in(part: str) -> tuple[Need, ...]:
    text = part.strip(" .!?:–—-\t")
    if _plain(text) in _NOTHING:
        return ()
    if key := _key_of(text):
        return (Need(key),)
    sides = [side.strip() for side in _AND.split(text)]
    keys = [_key_of(side) for side in sides]
    if len(sides) > 1 and all(keys):
        return tuple(Need(key) for key in keys)
    return (Need(own=text),)


def _key_of(text: str) -> str:
    """The need that a part of an answer says in known words, or nothing."""
    said = [word for word in _plain(text).split() if word not in _FILLERS]
    if len(said) == 1 and said[0] in _WAY_OF:
        return _WAY_OF[said[0]]
    noes = [word for word in said if word in _NOES]
    rest = [word for word in said if word not in noes and not (noes and word in _EATS)]
    stems = [word for word in rest if word not in _ENDS]
    if len(stems) != 1:
        return ""
    stem = _unglued(stems[0])
    key = _WITHOUT_OF.get(stem, "")
    left_out = len(stems) < len(said) or stem != stems[0] or stem.endswith("ta") or key in _PLAIN_ENOUGH
    return key if left_out else ""


def _unglued(word: str) -> str:
    end = next((end for end in _GLUED if word.endswith(end) and len(word) > len(end) + 2), "")
    return word.removesuffix(end) if end else word
