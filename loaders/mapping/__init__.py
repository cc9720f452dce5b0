"""What a grid means: which lines are headings, what each column holds, what one item is; proposed, shown, changed, applied."""
