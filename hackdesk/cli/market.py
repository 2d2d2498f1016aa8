"""Verbs for what is agreed before teams are proposed: the market of topics, the cards, pairs of people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.queries import people
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from hackdesk.teams import actions, queries
from hackdesk.teams.cards import CARDS, STRENGTHS, USUAL, Cards, checked_cards
from hackdesk.teams.market_queries import WAYS, Stall, market
from hackdesk.teams.rules import Topic, folded


@click.command("market")
@json_option
@click.pass_obj
@refusing
def show_market(file: Path, as_json: bool) -> None:
    """Show the topics: who wishes for them, what was counted, whether they were pitched, what became of them."""
    with opened(file) as event:
        _board, stalls = market(event)
    text = "\n".join(_stall_text(stall) for stall in stalls) or _("There are no topics yet.")
    answer({"topics": [_stall(stall) for stall in stalls]}, text, as_json)


@click.command("count")
@click.argument("topic")
@click.argument("number", type=int)
@click.option("--way", default="dots", show_default=True, type=click.Choice(list(WAYS)), help="What was counted.")
@json_option
@click.pass_obj
@refusing
def count(file: Path, as_json: bool, topic: str, number: int, way: str) -> None:
    """Write down how many gathered for a topic just now."""
    with opened(file) as event:
        chosen = _the_topic(queries.topics(event), topic)
        actions.count_interest(event, chosen.id, way, number)
    answer({"topic": chosen.title, "way": way, "count": number}, f"{chosen.title}: {number}", as_json)


@click.command("cards")
@click.option("--set", "strengths", multiple=True, help="CARD=0 off, 1 a little, 2 normal, 3 much.")
@click.option("--size", type=int, help="How many people a team usually has: 3 to 15.")
@click.option("--most", type=int, help="More than so many of one group in a team are too many.")
@click.option("--wanted", multiple=True, help="Groups of which every team should have one: a,b means either.")
@click.option("--usual", is_flag=True, help="Begin from the usual cards.")
@json_option
@click.pass_obj
@refusing
def cards(file: Path, /, as_json: bool, usual: bool, **wanted: Any) -> None:
    """Show what a proposal looks at and how much it counts, or change it."""
    with opened(file) as event:
        seen = queries.cards(event)
        chosen = checked_cards(_changed(USUAL if usual else seen, **wanted))
        if chosen.plain != seen.plain:
            actions.change_cards(event, chosen, seen=seen)
    answer(_cards(chosen), _cards_text(chosen), as_json)


@click.command("pairs")
@json_option
@click.pass_obj
@refusing
def pairs(file: Path, as_json: bool) -> None:
    """Show who must or would like to sit with whom, or apart."""
    with opened(file) as event:
        ties = queries.pairs(event)
    listed = [{"kind": tie.pair.kind, "one": tie.names[0], "other": tie.names[1]} for tie in ties]
    text = "\n".join(f"{tie['kind']}: {tie['one']} – {tie['other']}" for tie in listed)
    answer({"pairs": listed}, text or _("There are no pairs."), as_json)


@click.command("pair")
@click.argument("kind", type=click.Choice([*actions.KINDS, "none"]))
@click.argument("one")
@click.argument("other")
@json_option
@click.pass_obj
@refusing
def pair(file: Path, as_json: bool, kind: str, one: str, other: str) -> None:
    """Say that two people sit together or apart; `none` lets them sit anywhere. Names or badge codes."""
    with opened(file) as event:
        first, second = _people(event, one, other)
        if kind == "none":
            actions.untie_pair(event, first.id, second.id)
        else:
            actions.tie_pair(event, first.id, second.id, kind)
    said = {"kind": kind, "one": first.name, "other": second.name}
    answer(said, f"{kind}: {first.name} – {second.name}", as_json)


def _people(event: Event, *names: str) -> list[Person]:
    index = Index.by_name(people(event))
    return [index.the_one(name) for name in names]


def _the_topic(topics: Sequence[Topic], title: str) -> Topic:
    found = [topic for topic in topics if topic.open and folded(topic.title) == folded(title)]
    if not found:
        raise HackDeskError(
            N_("There is no open topic “{title}”."), title=title,
            remedy=N_("The topics are {known}."), known=", ".join(topic.title for topic in topics if topic.open),
        )  # fmt: skip
    return found[0]


def _changed(
    cards: Cards, strengths: Sequence[str], size: int | None, most: int | None, wanted: Sequence[str]
) -> Cards:
    chosen = dict(cards.strengths)
    for said in strengths:
        card, _equals, strength = said.partition("=")
        if not strength.isdigit():
            raise HackDeskError(
                N_("“{text}” is not a card with its strength."), text=said, remedy=N_("Write it like mix=3.")
            )
        chosen[card] = int(strength)
    return Cards(
        strengths=chosen,
        ideal_size=cards.ideal_size if size is None else size,
        most_of_a_group=cards.most_of_a_group if most is None else most,
        wanted=tuple(tuple(filter(None, keys.split(","))) for keys in wanted) or cards.wanted,
    )


def _cards(cards: Cards) -> dict[str, Any]:
    return {
        "cards": {card.key: int(cards.strength(card)) for card in CARDS},
        "ideal_size": cards.ideal_size,
        "most_of_a_group": cards.most_of_a_group,
        "wanted": [list(keys) for keys in cards.wanted],
        "weights": vars(cards.weights),
    }


def _cards_text(cards: Cards) -> str:
    lines = []
    for card in CARDS:
        effect = cards.effect(card)
        said = _(effect.sentence, **effect.fields)
        lines.append(f"{card.key}: {_(STRENGTHS[cards.strength(card)])} · {said}")
    lines.append(words().many("Proposals aim at teams of {count}", "Proposals aim at teams of {count}",
                              cards.ideal_size))  # fmt: skip
    return "\n".join(lines)


def _stall(stall: Stall) -> dict[str, Any]:
    topic = stall.topic
    return {
        "topic": topic.title,
        "owner": topic.owner,
        "state": topic.state,
        "since": stall.closed_at,
        "pitched_at": topic.pitched_at,
        "wishes": stall.wishes[0],
        "first_wishes": stall.wishes[1],
        "counts": [{"way": one.way, "count": one.count, "at": one.at} for one in stall.counts],
        "teams": [team.name for team in stall.teams],
        "most_teams": topic.most_teams,
        "seats": topic.seats,
        "sought": topic.sought,
        "worded_before": [{"title": title, "until": until} for until, title in stall.wordings],
    }


def _stall_text(stall: Stall) -> str:
    parts = [stall.topic.title]
    parts.append(words().many("{count} wish", "{count} wishes", stall.wishes[0]))
    for way, word in WAYS.items():
        if last := stall.last(way):
            parts.append(f"{_(word)}: {last.count}")
    if stall.became:
        parts.append(_(stall.became.sentence, **stall.became.fields))
    elif stall.topic.pitched_at:
        parts.append(_("pitched"))
    return " · ".join(parts)


VERBS = (show_market, count, cards, pairs, pair)
