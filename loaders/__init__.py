"""From a city's printed progress table (進行管理表) to normalised rows in one DuckDB file."""
