"""The store as the dashboard asks it: the file in place, frames by name (`sql/`), and the words of its codes."""
