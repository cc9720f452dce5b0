-- What is measured, one row an indicator.
with matching as (
    {matching}
)
select
    n.indicator_id,
    i.number,
    n.name,
    n.unit,
    n.direction,
    n.is_cumulative,
    n.baseline,
    n.final_goal
from store.indicator as n
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
order by i.number, n.position
