"""People have the last word, on the screen: what they say of a reading is tried, kept, shown as theirs, and undone."""
