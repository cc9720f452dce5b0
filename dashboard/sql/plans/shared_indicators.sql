-- Indicators whose name stands in several plans, in every year with a target or a result.
with named as (
    select distinct plan_id, indicator_id, lower(regexp_replace(name, '\s', '', 'g')) as folded
    from store.indicator_point
),
shared as (
    select folded
    from named
    group by folded
    having count(distinct plan_id) > 1
),
points as (
    {points}
)
select l.plan_id, l.name as plan, points.*
from points
join named as n using (indicator_id)
join store.plan as l on l.plan_id = n.plan_id
where n.folded in (from shared)
order by n.folded, l.plan_id, points.number, points.year
