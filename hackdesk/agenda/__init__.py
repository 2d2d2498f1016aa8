"""The programme, the clocks that run on the stage, what the hall sees, the order of pitches."""
