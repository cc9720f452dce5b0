"""Numbers in prose: numerals, counters, dates, labels, and what each number says."""
