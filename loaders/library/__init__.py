"""What people added is kept as they gave it: file, mapping, order of editions; the store is built from it again and again."""
