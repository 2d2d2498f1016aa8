"""Documents: everything that leaves on paper, seen before it is printed."""
