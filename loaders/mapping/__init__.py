"""What a grid means: which lines are headings, what each column holds, what one item is; proposed, shown, changed.

Its rooms, each of which imports only those before it: `model` (a mapping as a value, written down and read again), `words`
(what headings and titles say), `cells` (what a cell holds), `layout` (where tables, headings, notes and forms stand on a
sheet), `columns` (what each column is for, by its heading, its cells and its neighbours). `proposing` puts them together;
`loaders.records` makes rows of what they come to.
"""
