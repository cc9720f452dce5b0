"""A file is taken in: how it was understood, what a person says of it, where it belongs, what became of it."""
