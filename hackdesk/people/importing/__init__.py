"""Lists of registrations, from the file a form tool exports to a plan of what will happen.

Four steps, all pure: `table.read_table(path)` gives cells, `headers.columns_of` says what each column holds
(`tools` knows whose export it is), `registrations.understood(table)` turns rows into answers and problems, and
`plan.planned(...)` compares them with who is on the list already and asks what is doubtful. `reading.Reading` is
what a person decided on the way. `people.actions.bring_in` writes.
"""
