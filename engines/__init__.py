"""Where the store stands: a file, a lake with its catalog in PostgreSQL, or a DuckDB server; both sides of the house ask here.

- `installation`: the settings that say where this installation keeps and reads its store.
- `address`: such a place as a value: its kind, how it is shown, its secrets.
- `connecting`: DuckDB with the extensions that a place needs, and its troubles in words of a person.
- `copying`: a store copied whole from one engine to another.
- `states`: what changes whenever a store is replaced, and the whole of a store at one state as a file on this machine.
- `lake`: a store that was built and checked as a file, put into a lake in one transaction.
- `server`: a DuckDB server that follows a store's file (`python -m engines.server`).

It imports neither the loaders nor the dashboard.
"""
