"""A mapping as a value to be shown, changed, written down and read again: what each column is for, and how sure that is."""
