"""Teams: topics, who sits where, and proposals."""
