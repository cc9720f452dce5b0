"""How a Japanese office writes: widths, eras, clauses, nouns, and what it would rather not have; all readers share it."""
