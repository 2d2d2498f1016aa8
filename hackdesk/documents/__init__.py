"""Everything that leaves on paper."""
