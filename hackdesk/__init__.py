"""HackDesk's core: everything a social hackathon needs, without a screen."""

__version__ = "0.1.0"
