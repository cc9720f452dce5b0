-- Indicators and initiatives that turned worse or better against the year before.
with matching as (
    {matching}
),
measured as (
    select
        r.initiative_id,
        1 as rank,
        r.is_worse,
        r.name as subject,
        r.unit,
        r.previous_target,
        r.previous_result,
        r.target,
        r.result,
        r.attainment - r.previous_attainment as change,
        null as previous_status,
        null as status
    from store.indicator_result as r
    where r.year = $year and (r.is_worse or r.is_better)
),
said as (
    -- An initiative whose numbers already tell the same turn is not listed twice.
    select
        y.initiative_id,
        2 as rank,
        y.is_worse,
        y.previous_status,
        y.status
    from store.initiative_year as y
    anti join measured as m on m.initiative_id = y.initiative_id and m.is_worse = y.is_worse
    where y.year = $year and (y.is_worse or y.is_better)
),
turned as (
    from measured
    union all by name
    from said
)
select
    i.number,
    {called},
    i.department,
    y.undone_run,
    turned.* exclude (initiative_id)
from turned
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.initiative_year as y on y.initiative_id = turned.initiative_id and y.year = $year
order by turned.rank, turned.change, i.number
