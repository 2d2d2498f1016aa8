"""Small parts that pages are put together from. They know the theme, never the event."""
