-- The initiatives that the filter lets through, to choose from and to walk along.
with matching as (
    {matching}
)
select
    i.number,
    i.program_code,
    {called},
    i.department,
    i.department_unit
from store.initiative as i
join matching using (initiative_id)
order by i.number
