"""People have the last word: a form of corrections, and where each one is put in."""
