"""A whole event played through the real actions: the sample event, demonstrations, tests of the day."""

from hackdesk.rehearsal.cast import Scale
from hackdesk.rehearsal.play import Act
from hackdesk.rehearsal.sample import sample_event

__all__ = ["Act", "Scale", "sample_event"]
