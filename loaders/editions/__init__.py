"""A plan's table comes out anew every year: rows are matched, earlier years kept, and what changed is told."""
