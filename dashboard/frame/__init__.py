"""What stands around every page: the opened store, frames by name, the filter in the address, links, pages of lists, saving."""
