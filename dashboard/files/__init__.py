"""Facts as files that are taken along: a workbook for a meeting, data for machines."""
