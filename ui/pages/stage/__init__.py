"""The Stage: the programme as it goes, the countdown, and what the hall sees."""
