"""People have the last word: a form of corrections, whether each still fits, and a module for each kind of thing put right."""
