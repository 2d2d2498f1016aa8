"""A whole event played through the real actions: the sample event, demonstrations, tests of the day."""
