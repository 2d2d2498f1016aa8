"""Prepare: everything that is set before the doors open."""
