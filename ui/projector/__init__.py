"""What the hall sees: one picture, on the projector and small on the laptop, so that the two cannot differ."""
