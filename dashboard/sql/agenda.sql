-- What to talk about: everything left undone in the year, longest run first, then what turned worse, then the largest shortfall.
-- The same matter in several rows is told once, and who waits for the section that leads is told with it.
with matching as (
    {matching}
),
missed as (
    select
        r.initiative_id,
        count(*) as missed_targets,
        arg_min(struct_pack(name := r.name, target := r.target, result := r.result, unit := r.unit), (coalesce(r.attainment, 0), r.position)) as worst,
        min(coalesce(r.attainment, 0)) as attainment
    from store.indicator_result as r
    where r.year = $year and not r.is_met
    group by r.initiative_id
),
undone as (
    select
        y.initiative_id,
        y.undone_run,
        m.matter_id,
        i.number,
        i.department,
        w.lead_id,
        w.lead_id is not null and w.lead_id in (
            select u.initiative_id
            from store.initiative_year as u
            join matching using (initiative_id)
            where u.year = $year and u.is_undone
        ) as is_with_lead,
        row_number() over (partition by m.matter_id order by i.is_lead desc, i.number) = 1 as is_told,
        string_agg(i.department, '・') over (partition by m.matter_id order by i.is_lead desc, i.number rows between unbounded preceding and unbounded following) as departments
    from store.initiative_year as y
    join matching using (initiative_id)
    join store.initiative as i using (initiative_id)
    join store.initiative_matter as m using (initiative_id)
    left join store.initiative_waiting as w on w.initiative_id = y.initiative_id and w.year = y.year
    where y.year = $year and y.is_undone
),
waiting as (
    select lead_id as initiative_id, string_agg(department, '・' order by number) as waiting, max(undone_run) as waiting_run
    from undone
    where is_with_lead
    group by lead_id
)
select
    i.number,
    i.program_code,
    i.program_name,
    {called},
    case when contains(u.departments, '・' || i.department) then i.department else u.departments end as department,
    i.is_lead,
    w.waiting,
    l.department as waits_for,
    y.is_doubtful,
    y.status,
    y.is_carried_over,
    y.undone_run,
    y.carried_run,
    y.is_worse,
    y.previous_status,
    y.reason,
    y.rule,
    y.carried_rule,
    y.confidence,
    case when contains(y.evidence, y.reason_quote) then y.evidence else y.reason_quote || '…' || y.evidence end as quote,
    p.words as next_plan,
    m.missed_targets,
    m.worst.name as indicator,
    m.worst.target as target,
    m.worst.result as result,
    m.worst.unit as unit,
    m.attainment
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join undone as u using (initiative_id)
left join waiting as w using (initiative_id)
left join store.initiative as l on l.initiative_id = u.lead_id
left join missed as m using (initiative_id)
left join store.place_words as p on p.initiative_id = y.initiative_id and p.year = $year + 1 and p.kind = 'plan'
where y.year = $year and y.is_undone and u.is_told and not u.is_with_lead
order by greatest(y.undone_run, coalesce(w.waiting_run, 0)) desc, y.is_worse desc, y.reason is null, m.attainment nulls last, i.number
