"""Facts as sentences of an office: answers that open a page, citations, questions."""
