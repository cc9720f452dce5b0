"""From a city's printed progress table (進行管理表) to normalised rows in one DuckDB file.

README's map tells the rooms. Where a rule of the field stands, by the question that asks for it:

    which years are judged                       table/document.py evaluated_years
    what words make of a year                    outcomes/by_words.py RULES
    which words mean that work was put off       outcomes/vocabulary/put_off.toml
    when a year is carried over (繰越)           outcomes/carry_over.py carried_rule
    why work was left undone                     outcomes/reasons.py find_reason
    what 外的要因 leaves out                     codes.py is_outside
    where the bands of attainment cut            bands.py Bands
    which of several targets holds               series/last_word.py holding_target
    from when on a target is 変わらない          series/target_checks.py FROZEN_YEARS
    which headings are 担当課's                  table/heading_words.py DEPARTMENT
    what settles the columns of any table        mapping/columns/settling.py BY_NEIGHBOURS
    when 見込 is a plan                          mapping/columns/expecting.py with_forecasts
    how a cell that moved is found               alignment/search.py arrangements
    below which confidence a thing is doubtful   confidence.py DOUBTFUL_BELOW
"""
