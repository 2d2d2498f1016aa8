"""The event file: one door for reading, one for writing, and a journal that cannot be rewritten."""
