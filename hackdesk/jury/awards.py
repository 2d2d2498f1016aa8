"""Awards apart from places: who decided, which are still to decide, and which go elsewhere than their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hackdesk.jury.ranking import Place
from hackdesk.jury.rules import Award, AwardGiven
from hackdesk.language import N_, Words

#: Who decided that a team gets an award.
DECIDED = {
    "place": N_("by place"),
    "jury": N_("by the jury"),
    "partner": N_("by the giver"),
    "hall": N_("by the hall's vote"),
}
#: Who decides where an award goes that goes by no place.
DECIDERS = {"jury": N_("the jury"), "partner": N_("the giver"), "hall": N_("the hall's vote")}


def given_of(award: Award, given: Iterable[AwardGiven]) -> tuple[AwardGiven, ...]:
    """The teams that have this award."""
    return tuple(one for one in given if one.award.id == award.id)


def by_itself(award: Award, places: Iterable[Place]) -> tuple[Place, ...]:
    """Who has the place that the award goes to; nobody where it goes by no place."""
    return tuple(place for place in places if award.by_place is not None and place.place == award.by_place)


def undecided(awards: Iterable[Award], given: Sequence[AwardGiven]) -> tuple[Award, ...]:
    """The awards that no team has and that nobody has decided not to give."""
    return tuple(one for one in awards if not one.none_given and not given_of(one, given))


def displaced(
    awards: Iterable[Award], given: Sequence[AwardGiven], places: Sequence[Place]
) -> tuple[AwardGiven, ...]:
    """Those that were given by place to a team that has that place no more: ballots have come in since."""
    found = []
    for award in awards:
        right = {place.team_id for place in by_itself(award, places)}
        found += [one for one in given_of(award, given) if one.decided == "place" and one.team_id not in right]
    return tuple(found)


def goes_elsewhere(award: Award, given: Sequence[AwardGiven], places: Sequence[Place]) -> bool:
    """Whether it goes by place, and other teams than those on that place have it, or nobody."""
    if award.by_place is None:
        return False
    return {one.team_id for one in given_of(award, given)} != {one.team_id for one in by_itself(award, places)}


def to_decide_sentences(
    awards: Sequence[Award], given: Sequence[AwardGiven], places: Sequence[Place], words: Words
) -> list[str]:
    """What is still to be said about awards before the jury signs."""
    said = []
    left = undecided(awards, given)
    if left:
        said.append(
            words.many(
                "{count} award has no team yet: {awards}.", "{count} awards have no team yet: {awards}.",
                len(left), awards=words.listed([one.name for one in left]),
            )
        )  # fmt: skip
    said += [
        words(
            "“{award}” was given by place {place} to “{team}”, who is on another place now.",
            award=one.award.name, place=one.award.by_place, team=one.team_name,
        )
        for one in displaced(awards, given, places)
    ]  # fmt: skip
    return said


def computed_sentence(award: Award, places: Sequence[Place], words: Words) -> str:
    """To whom the award would have gone by its place."""
    teams = [words.quoted(one.team) for one in by_itself(award, places)]
    if not teams:
        return words("Worked out: nobody is on place {place}.", place=award.by_place)
    return words("Worked out: place {place}, {teams}.", place=award.by_place, teams=words.listed(teams))


def substance(award: Award, words: Words) -> str:
    """What an award is: 20 hours of advice; money: 1,000 euros."""
    if not award.money:
        return award.what
    return words("money: {what}", what=award.what) if award.what else words("money")
