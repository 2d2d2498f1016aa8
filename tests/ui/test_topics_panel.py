"""Topics in Prepare: each field is on disk as soon as it is left, and old wordings stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person
from hackdesk.people.rules import Draft
from hackdesk.teams import actions
from hackdesk.teams.queries import topics
from hackdesk.teams.rules import Topic, TopicDraft
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage
from ui.pages.prepare.topics_panel import TopicsPanel


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("topics")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def panel(page: PreparePage) -> TopicsPanel:
    assert isinstance(page.panel, TopicsPanel)
    return page.panel


def write(panel: TopicsPanel, field: str, text: str, qtbot: QtBot) -> None:
    widget: QWidget = panel.form.fields[field].input
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)
    if offered := QApplication.activePopupWidget():
        offered.close()
    qtbot.keyClick(widget, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def only(event: Event) -> Topic:
    (topic,) = topics(event)
    return topic


def a_topic(event: Event, panel: TopicsPanel, qtbot: QtBot, title: str = "Bus") -> Topic:
    topic = actions.add_topic(event, TopicDraft(title))
    qtbot.waitUntil(lambda: any(row.name == title for row in panel.table.rows))
    panel.table.choose(topic.id)
    return topic


def test_a_topic_is_written_down_by_its_title(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    panel.begin()
    write(panel, "name", "Village bus", qtbot)
    assert (only(event).title, only(event).min_size, only(event).max_size) == ("Village bus", 4, 12)


def test_a_new_wording_keeps_the_old_one_and_shows_it(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    a_topic(event, panel, qtbot)
    write(panel, "name", "Bus on demand", qtbot)
    assert only(event).earlier_titles == ("Bus",)
    qtbot.waitUntil(lambda: panel.remark.text() == "0 wishes · Worded before: Bus")


def test_an_owner_who_is_on_the_list_is_that_person(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    owner = add_person(event, Draft(given_name="Anu", family_name="Kask"))
    a_topic(event, panel, qtbot)
    write(panel, "owner", "Anu Kask", qtbot)
    assert (only(event).owner_id, only(event).owner) == (owner.id, "Anu Kask")


def test_an_owner_who_is_not_on_the_list_is_a_name(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    a_topic(event, panel, qtbot)
    write(panel, "owner", "Antsla vald", qtbot)
    assert (only(event).owner_id, only(event).owner) == (None, "Antsla vald")


def test_two_people_of_one_name_are_not_mistaken_for_each_other(
    event: Event, panel: TopicsPanel, qtbot: QtBot
) -> None:
    for _number in range(2):
        add_person(event, Draft(given_name="Anu", family_name="Kask"))
    a_topic(event, panel, qtbot)
    write(panel, "owner", "Anu Kask", qtbot)
    assert (only(event).owner_id, only(event).owner) == (None, "Anu Kask")


def test_languages_and_skills_are_typed_in_words(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    a_topic(event, panel, qtbot)
    write(panel, "languages", "eesti, Latvian", qtbot)
    write(panel, "skills", "design;  law, design", qtbot)
    assert (only(event).languages, only(event).skills) == (("et", "lv"), ("design", "law"))


@pytest.mark.parametrize(("field", "text"), [("min_size", "20"), ("max_size", "many"), ("max_size", "")])
def test_impossible_sizes_are_said_beside_the_field(
    event: Event, panel: TopicsPanel, qtbot: QtBot, field: str, text: str
) -> None:
    a_topic(event, panel, qtbot)
    write(panel, field, text, qtbot)
    assert panel.form.fields[field].input.accessibleDescription()
    assert (only(event).min_size, only(event).max_size) == (4, 12)


def test_a_topic_is_withdrawn_and_put_back(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    a_topic(event, panel, qtbot)
    panel.remove_button.click()
    qtbot.waitUntil(lambda: panel.remove_button.text() == "Put back on the wall")
    assert only(event).state == "withdrawn"
    panel.remove_button.click()
    qtbot.waitUntil(lambda: panel.remove_button.text() == "Withdraw")
    assert only(event).state == "open"


def test_a_topic_is_merged_into_another(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    actions.add_topic(event, TopicDraft("Train"))
    bus = a_topic(event, panel, qtbot)
    (into,) = panel.merge_button.menu().actions()
    assert into.text() == "Train"
    into.trigger()
    qtbot.waitUntil(lambda: next(t for t in topics(event) if t.id == bus.id).state == "merged")


def test_topics_people_named_are_offered(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    add_person(event, Draft(given_name="Anu", choices=("Bus", "Café")))
    qtbot.waitUntil(lambda: panel.empty_named_button.text() == "Add the 2 topics people named")
    panel.empty_named_button.click()
    qtbot.waitUntil(lambda: [row.name for row in panel.table.rows] == ["Bus", "Café"])
    assert [row.wishes for row in panel.table.rows] == [1, 1]
    assert panel.named_button.isHidden()


def test_how_many_teams_and_people_and_whom_it_looks_for(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    with event.change("groups") as session:
        add_groups(session, language("en"))
    a_topic(event, panel, qtbot)
    write(panel, "most_teams", "3", qtbot)
    write(panel, "seats", "14", qtbot)
    sought = panel.form.fields["sought"].input
    qtbot.waitUntil(lambda: len(sought.findChildren(QCheckBox)) == 6)
    next(box for box in sought.findChildren(QCheckBox) if box.text() == "Young person").click()
    qtbot.waitUntil(lambda: only(event).sought == ("youth",))
    assert (only(event).most_teams, only(event).seats) == (3, 14)
    write(panel, "most_teams", "0", qtbot)
    assert only(event).most_teams == 3


def test_pitched_is_one_press_and_can_be_taken_back(event: Event, panel: TopicsPanel, qtbot: QtBot) -> None:
    a_topic(event, panel, qtbot)
    panel.pitched_button.click()
    qtbot.waitUntil(lambda: only(event).pitched_at is not None)
    qtbot.waitUntil(lambda: "pitched" in panel.page.toast.text)
    panel.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: only(event).pitched_at is None)
