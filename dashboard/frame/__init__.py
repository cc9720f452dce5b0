"""What stands around every page: the filter in the address, links, the first opening, what is saved and its name."""
