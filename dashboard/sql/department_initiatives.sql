-- Every initiative in every evaluated year, with the words that decided, how long it has been carried over, and who it is told of as.
with matching as (
    {matching}
)
select
    i.number,
    i.program_code,
    {called},
    i.is_lead,
    i.department_unit,
    i.former_department,
    y.year,
    f.label,
    y.status,
    y.is_carried_over,
    y.undone_run,
    y.carried_run,
    y.reason,
    y.evidence,
    y.rule,
    y.carried_rule,
    y.confidence
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
where y.status is not null
order by i.is_lead desc, i.number, y.year
