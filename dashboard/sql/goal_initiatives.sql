-- The leaves of the plan's tree: every initiative in every evaluated year.
with matching as (
    {matching}
)
select
    i.number,
    i.goal_code,
    i.policy_code,
    i.program_code,
    i.activity,
    i.department,
    i.is_lead,
    y.year,
    y.status,
    y.is_carried_over,
    y.is_undone,
    y.status not in ('closed', 'not_reported') or y.is_undone as is_judged
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
where y.status is not null
order by i.number, y.year
