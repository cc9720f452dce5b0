-- Indicators whose name stands in several plans, in every year with a target or a result.
with shared as (
    select lower(regexp_replace(name, '\s', '', 'g')) as folded
    from store.indicator_result
    group by folded
    having count(distinct plan_id) > 1
)
select
    p.plan_id,
    p.name as plan,
    r.indicator_id,
    i.number,
    i.program_code,
    i.activity,
    i.department,
    r.name,
    r.unit,
    r.direction,
    r.is_cumulative,
    r.baseline,
    r.final_goal,
    r.year,
    f.label,
    r.target,
    r.first_target,
    r.result,
    r.attainment,
    r.is_met,
    r.progress,
    null as doubt,
    null as status,
    null as reason,
    null as said,
    null as target_quote,
    null as target_kind,
    null as target_label,
    null as result_quote,
    null as result_kind,
    null as result_label
from store.indicator_result as r
join store.initiative as i using (initiative_id)
join store.plan as p on p.plan_id = r.plan_id
join store.fiscal_year as f using (year)
where lower(regexp_replace(r.name, '\s', '', 'g')) in (from shared)
order by lower(regexp_replace(r.name, '\s', '', 'g')), p.plan_id, i.number, r.year
