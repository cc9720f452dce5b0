"""A file that an office hands over, as the grid of cells that a person sees: what stands where, and nothing more."""
