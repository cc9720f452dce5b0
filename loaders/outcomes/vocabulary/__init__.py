"""The stock of phrases in which offices tell what became of their work and why, as data: a phrase a row, with its examples."""
