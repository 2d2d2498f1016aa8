"""What is chosen for certificates, written down as it is chosen; each with its own Undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hackdesk.documents.actions import keep_certificate_picture, remove_logo, set_certificate
from hackdesk.documents.certificate_settings import CertificateSettings
from hackdesk.documents.rules import Logo
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.page import Page
from ui.pages.documents.certificate_options import CertificateOptions
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class CertificateKeeping(QObject):
    """Writes for the options of certificates."""

    def __init__(self, page: Page, options: CertificateOptions) -> None:
        super().__init__(page)
        self._page, self._options = page, options
        options.set.connect(self.keep)
        options.picture.connect(self.take)
        options.removed.connect(self.remove)

    def keep(self, settings: CertificateSettings) -> None:
        """Keep how they look."""
        self._page.do(partial(set_certificate, settings=settings), _said)

    def take(self, place: str, path: Path) -> None:
        """Keep the picture in a file as the background or a signature."""
        self._page.do(partial(_keep, place, path), _said_picture, partial(self._options.refuse_picture, place))

    def remove(self, place: str) -> None:
        """Take a picture out."""
        self._page.do(partial(remove_logo, place=place), _said_removed)


def _said(_settings: CertificateSettings) -> str:
    return _("Certificates are changed")


def _said_picture(_picture: Logo) -> str:
    return _("The picture is on the certificates")


def _said_removed(_nothing: None) -> str:
    return _("The picture is taken out")


def _keep(place: str, path: Path, event: Event) -> Logo:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise HackDeskError(
            N_("{name} could not be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    return keep_certificate_picture(event, place, path.name, content)
