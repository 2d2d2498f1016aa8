"""Criteria, jurors, ballots; places, ties, awards, and the sealed result."""
