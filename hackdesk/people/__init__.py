"""Who comes: registrations, check-in, walk-ins, consents."""
