"""Topics and the teams that gather around them."""
