"""Facts as charts, small lines, tables and cards."""
