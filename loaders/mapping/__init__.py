"""What a grid means: which lines are headings, what each column holds, what one item is; proposed, shown, changed.

Its rooms, each of which imports only those before it: `model` (a mapping as a value, written down and read again), `words`
(what headings and titles say: `cues` are the words, `heading_senses` how they are read), `cells` (what a cell holds), `layout`
(where tables, headings, notes and forms stand on a sheet: `regions` finds the tables, `heading_lines` their headings,
`facts_above` what is told above them), `columns` (what each column is for: `one_column` alone, `one_table` with its
neighbours). `proposing` goes through the tables of a file; `loaders.records` makes rows of what they come to.
"""
