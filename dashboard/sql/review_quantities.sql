-- Every number with the place where it belongs: what else a doubtful target or result may be.
select i.number, q.kind, q.year, q.role, q.value, q.unit, q.label, q.quote
from store.quantity as q
join store.initiative as i using (initiative_id)
where q.year is not null and q.part_of_quantity_id is null
order by i.number, q.year, q.quantity_id
