"""What the pages share: the opened store, its frames by name, filters, words, charts and exports."""
