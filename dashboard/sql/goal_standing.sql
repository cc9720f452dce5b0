-- How every goal, policy and program stands in every evaluated year; a row holds the codes down to its level, NULL below; all NULL is the whole plan.
with matching as (
    {matching}
),
target as (
    select initiative_id, year, count(*) filter (is_met is not null) as judged, count(*) filter (is_met) as met
    from store.indicator_result
    group by initiative_id, year
)
select
    i.goal_code,
    i.policy_code,
    i.program_code,
    min(i.number) as first_number,
    y.year,
    count(*) as initiatives,
    count(*) filter (y.status = 'met') as met,
    count(*) filter (y.status = 'unmet') as unmet,
    count(*) filter (y.status = 'implemented') as implemented,
    count(*) filter (y.status = 'under_study') as under_study,
    count(*) filter (y.status = 'closed') as closed,
    count(*) filter (y.status = 'not_reported') as not_reported,
    count(*) filter (y.is_carried_over) as carried_over,
    count(*) filter (y.status not in ('closed', 'not_reported') or y.is_undone) as judged,
    count(*) filter (y.is_undone) as undone,
    coalesce(sum(t.judged), 0)::integer as targets_judged,
    coalesce(sum(t.met), 0)::integer as targets_met
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join target as t on t.initiative_id = y.initiative_id and t.year = y.year
where y.status is not null
group by y.year, rollup (i.goal_code, i.policy_code, i.program_code)
order by first_number, i.goal_code nulls first, i.policy_code nulls first, i.program_code nulls first, y.year
