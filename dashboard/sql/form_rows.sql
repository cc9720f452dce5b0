-- The rows of the city's own table that the filter lets through, as printed; those that ended are left out.
with matching as (
    {matching}
)
select
    i.number,
    i.program_printed,
    i.lead_printed,
    i.department_printed,
    i.department,
    i.activity
from store.initiative as i
join matching using (initiative_id)
where not i.is_ended
order by i.number
