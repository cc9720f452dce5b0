-- The numbers of years in which a target, a result or a number without an indicator is doubtful, each where it belongs: what else
-- they may be.
with doubtful as (
    select n.initiative_id, v.year
    from store.indicator_year as v
    join store.indicator as n using (indicator_id)
    where v.is_doubtful
    union
    select initiative_id, year
    from store.finding
    where kind = 'unplaced_number' and not is_settled
)
select i.number, q.kind, q.year, q.role, q.value, q.unit, q.label, q.quote
from store.quantity as q
join doubtful using (initiative_id, year)
join store.initiative as i using (initiative_id)
where q.part_of_quantity_id is null
order by i.number, q.year, q.quantity_id
