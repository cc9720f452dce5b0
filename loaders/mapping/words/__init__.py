"""What words above and beside values mean, whatever stands below them: kinds, years, units, periods, legends."""
