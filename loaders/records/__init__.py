"""A mapping applied: rows come to items, their cells to values and words of a year, records to a document."""
