"""What was promised in the hall, and what became of it."""
