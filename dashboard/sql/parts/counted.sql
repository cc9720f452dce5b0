select
    i.* replace (p.program_key as program_code),
    y.year,
    y.status,
    y.is_carried_over,
    y.is_undone,
    y.is_worse,
    y.is_better,
    y.is_doubtful,
    y.carried_end,
    m.matter_id,
    y.status not in ('closed', 'not_reported') or y.is_undone as is_judged,
    coalesce(t.judged, 0) as targets_judged,
    coalesce(t.met, 0) as targets_met
from store.initiative_year as y
join store.initiative as i using (initiative_id)
join store.initiative_part as p using (initiative_id)
join store.initiative_matter as m using (initiative_id)
left join (
    select initiative_id, year, count(*) filter (is_met is not null) as judged, count(*) filter (is_met) as met
    from store.indicator_result
    group by initiative_id, year
) as t on t.initiative_id = y.initiative_id and t.year = y.year
where y.status is not null and y.initiative_id in (
    {matching}
)
