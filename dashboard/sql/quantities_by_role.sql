with placed as (
    {placed_quantities}
)
select
    role,
    count(*) as quantities,
    count(*) filter (quantity_id in (select quantity_id from placed)) as placed
from store.quantity
group by role
order by quantities desc
