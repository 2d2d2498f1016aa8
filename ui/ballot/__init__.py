"""One ballot on the screen and its way to the disk: for the Jury page and for a juror's own screen."""
