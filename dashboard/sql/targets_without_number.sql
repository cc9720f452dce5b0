-- Targets of the year in question to which the evaluation answers with no number, each matter once.
with matching as (
    {matching}
)
select
    i.number,
    i.department,
    {called},
    n.name as indicator,
    o.target,
    o.unit,
    f.label_ja
from store.target_outcome as o
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.indicator as n using (indicator_id)
join store.fiscal_year as f on f.year = o.year
where o.year = $year and o.state = 'no_number' and o.is_counted
order by i.department, i.number, n.position
