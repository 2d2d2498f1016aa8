"""The whole event in one folder: every paper, tables for a spreadsheet, the event file, and how to keep them."""
