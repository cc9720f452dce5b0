-- The same matter in several rows stands once, by the row of the lead, with all its sections.
-- Every year of the initiatives that were missed or carried over at least once: status, and of what was left undone the words of plan
-- and evaluation, the targets that were missed, and the next year's plan.
with matching as (
    {matching}
),
undone as (
    select
        arg_min(i.initiative_id, (not i.is_lead, i.number)) as initiative_id,
        string_agg(i.department, '・' order by i.is_lead desc, i.number) as departments
    from store.initiative as i
    join matching using (initiative_id)
    join store.initiative_matter as m using (initiative_id)
    where i.initiative_id in (select y.initiative_id from store.initiative_year as y where y.is_undone)
    group by m.matter_id
),
missed as (
    select
        r.initiative_id,
        r.year,
        list(struct_pack(name := r.name, result := r.result, target := r.target, unit := r.unit) order by r.position) as targets
    from store.indicator_result as r
    join undone using (initiative_id)
    where not r.is_met
    group by r.initiative_id, r.year
)
select
    i.number,
    i.goal_code,
    i.program_code,
    i.program_name,
    {called},
    case when contains(u.departments, '・' || i.department) then i.department else u.departments end as department,
    y.year,
    f.label,
    y.status,
    y.is_carried_over,
    coalesce(y.is_undone, false) as is_undone,
    y.undone_run,
    y.is_doubtful,
    l.department as waits_for,
    y.reason,
    y.rule,
    y.carried_rule,
    y.confidence,
    case when y.is_undone or y.previous_status = 'unmet' or y.was_carried_over then p.words end as plan,
    coalesce(p.ends_work, false) as plan_ends_work,
    case when y.is_undone then e.words end as evaluation,
    m.targets as missed
from store.initiative_year as y
join undone as u using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
left join store.initiative_waiting as w on w.initiative_id = y.initiative_id and w.year = y.year
left join store.initiative as l on l.initiative_id = w.lead_id
left join store.place_words as p on p.initiative_id = y.initiative_id and p.year = y.year and p.kind = 'plan'
left join store.place_words as e on e.initiative_id = y.initiative_id and e.year = y.year and e.kind = 'result'
left join missed as m on m.initiative_id = y.initiative_id and m.year = y.year
order by i.number, y.year
