-- The indicators of one initiative, as `indicator_series` tells them of all.
with matching as (
    select initiative_id
    from store.initiative
    where number = $number
),
{series_of_rows}
