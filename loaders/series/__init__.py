"""Indicators: targets and results tied into series over the years, named, and held against each other."""
