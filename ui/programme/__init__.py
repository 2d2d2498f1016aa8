"""The programme as it is planned and as it goes: one panel, for Prepare and for the Stage."""
