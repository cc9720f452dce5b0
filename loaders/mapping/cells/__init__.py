"""What a cell holds, whatever heads it: a value with its unit and mark, a pair, sections, words for none yet."""
