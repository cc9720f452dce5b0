"""A file is taken in by whoever brings it, on the page 取り込み or in a terminal: understood, added, taken back."""
