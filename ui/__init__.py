"""The windows: pages, the projector, the kiosk. They see frozen values, never rows."""
