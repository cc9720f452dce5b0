"""Where words belong: each printed cell of a damaged row is put back under its true heading."""
