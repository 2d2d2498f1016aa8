"""The juror's own screen: their name, their PIN, their ballots, and no way from there to the desk."""
