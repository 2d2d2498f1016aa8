"""The jury: how far it is, ballots entered on the laptop, paper sheets."""
