"""Outcomes: what became of each year, by its numbers or by the words of its evaluation."""
