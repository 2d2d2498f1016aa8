"""After: who does what by when, and what each team takes home from the jury."""
