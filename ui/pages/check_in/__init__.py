"""Check-in: the desk at the door."""
