"""Where things stand on a sheet: tables, heading lines, notes, forms, facts beside their labels, lines within cells."""
