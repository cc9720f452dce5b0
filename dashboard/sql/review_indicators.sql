-- The indicators of rows that have a number without one, with what each states of the year: what such a number may be of.
with unplaced as (
    select distinct initiative_id, year
    from store.finding
    where kind = 'unplaced_number' and not is_settled
)
select i.number, u.year, n.name, n.read_name, n.unit, v.target, v.result
from unplaced as u
join store.initiative as i using (initiative_id)
join store.indicator as n using (initiative_id)
left join store.indicator_year as v on v.indicator_id = n.indicator_id and v.year = u.year
order by i.number, u.year, n.position
