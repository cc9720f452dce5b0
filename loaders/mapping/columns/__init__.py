"""What each column is for, by its heading, its cells and its neighbours: names, values of a kind and a year, starts, ends."""
