"""What people wrote themselves stands in one small file that is never rebuilt: `desk.sqlite`, beside the store.

The store (`plan.duckdb`) is made from documents and made anew whenever a document, the loaders or a correction changes; it may
be deleted at any time. What a person typed can't be made again, so it is kept apart, in a database that many may write to at
once. Two sides need it: the dashboard writes what people say and shows its history, the loaders apply corrections on every
load. Neither may import the other, so this package belongs to neither and knows neither: it keeps plain values, and whether a
value makes sense is said by those who use it.

    pages -> dashboard -> store <- loaders
                   \\--> desk <--/

- `database`: the file: where it is, its schema by version (`schema/`), short transactions, what may be wrong with it.
- `revisions`: each act of a person is one revision, numbered upwards for all that is kept here; nothing is overwritten.
- `corrections`: words on a reading: saved, undone, in force, their history.
- `notes`: next steps and interim results: saved, undone, in force, their history.
- `keepings`: who took a plan in, removed it or put it back.

How more is kept here: a file `schema/004_….sql` with its tables, each row bearing the `revision` that wrote
it and never changed afterwards, and a module beside `corrections`. What holds is what the latest revision of a subject says;
who saves names the revision that was seen, and is told what others changed since.
"""
