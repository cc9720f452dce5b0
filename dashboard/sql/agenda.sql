-- What to talk about: everything left undone in the year, longest run first, then what turned worse, then the largest shortfall.
with matching as (
    {matching}
),
missed as (
    select
        r.initiative_id,
        count(*) as missed_targets,
        arg_min(struct_pack(name := r.name, target := r.target, result := r.result, unit := r.unit), coalesce(r.attainment, 0)) as worst,
        min(coalesce(r.attainment, 0)) as attainment
    from store.indicator_result as r
    where r.year = $year and not r.is_met
    group by r.initiative_id
),
planned as (
    select initiative_id, string_agg(text, ' ' order by cell_id) as next_plan
    from store.cell
    where kind = 'plan' and year = $year + 1 and text <> ''
    group by initiative_id
)
select
    i.number,
    i.program_code,
    i.program_name,
    i.activity,
    i.department,
    i.is_lead,
    y.status,
    y.is_carried_over,
    y.undone_run,
    y.carried_run,
    y.is_worse,
    y.previous_status,
    y.reason,
    y.rule,
    o.carried_rule,
    y.confidence,
    case when contains(y.evidence, y.reason_quote) then y.evidence else y.reason_quote || '…' || y.evidence end as quote,
    p.next_plan,
    m.missed_targets,
    m.worst.name as indicator,
    m.worst.target as target,
    m.worst.result as result,
    m.worst.unit as unit,
    m.attainment
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.outcome as o on o.initiative_id = y.initiative_id and o.year = y.year
left join missed as m using (initiative_id)
left join planned as p using (initiative_id)
where y.year = $year and y.is_undone
order by y.undone_run desc, y.is_worse desc, y.reason is null, m.attainment nulls last, i.number
