-- Every indicator in every year that has a target or a result, with what became of the initiative, why, and the words that the numbers came from.
with matching as (
    {matching}
),
{series_of_rows}
