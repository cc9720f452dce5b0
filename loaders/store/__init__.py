"""The store: what it holds (schema, rows, views), how it is written whole, and when it is built anew."""
