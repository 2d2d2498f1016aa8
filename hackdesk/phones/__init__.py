"""Jurors' phones, and the hall's: pages that this laptop serves on its own network. Off until switched on."""
