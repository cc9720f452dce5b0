-- The initiatives that the filter lets through, as the table prints them and as they were read.
with matching as (
    {matching}
)
select
    i.number,
    i.goal_code,
    i.policy_code,
    i.program_code,
    i.program_name,
    i.is_lead,
    i.department,
    i.department_unit,
    i.former_department,
    i.activity,
    i.program_code_printed,
    i.program_printed,
    i.lead_printed,
    i.department_printed,
    d.file_name,
    i.source_page,
    i.source_line
from store.initiative as i
join matching using (initiative_id)
join store.document as d using (document_id)
order by i.number
