"""Lists of registrations, from the file a form tool exports to a plan of what will happen.

Four steps, all pure: `table.read_table(path)` gives cells, `headers.recognised` says what each column holds,
`registrations.understood(table)` turns rows into answers and problems, and `plan.planned(...)` compares them
with who is on the list already. `people.actions.bring_in` writes.
"""
