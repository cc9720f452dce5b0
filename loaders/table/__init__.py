"""The printed table: a text file with repeated page headings becomes rows, sections and codes, every cell verbatim."""
