"""A small jury whose pages are served on this machine, and phones that reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from phone_client import Phone, PhoneJury, a_phone_jury

from hackdesk.phones.server import Phones


@pytest.fixture
def jury(tmp_path: Path) -> Iterator[PhoneJury]:
    made = a_phone_jury(tmp_path)
    yield made
    made.event.close()


@pytest.fixture
def served(jury: PhoneJury) -> Iterator[Phones]:
    phones = Phones(jury.event, "127.0.0.1", 0)
    phones.start()
    yield phones
    phones.stop()


@pytest.fixture
def link(jury: PhoneJury, served: Phones) -> Callable[[str], str]:
    """The link of a juror."""
    return lambda name: served.link(jury.secrets[jury.juror(name).id])


@pytest.fixture
def mall(jury: PhoneJury, served: Phones, link: Callable[[str], str]) -> Phone:
    """Mall's phone, with the PIN typed."""
    phone = Phone(served.address)
    assert phone.come_in(link("Mall Kõpp"), jury.pins[jury.juror("Mall Kõpp").id]).status == 200
    return phone
