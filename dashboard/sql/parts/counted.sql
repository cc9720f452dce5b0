select
    i.* replace (
        p.program_key as program_code,
        {called}
    ),
    y.year,
    y.status,
    y.is_carried_over,
    y.is_undone,
    y.is_worse,
    y.is_better,
    y.is_doubtful,
    y.carried_end,
    y.is_judged,
    y.targets_judged,
    y.targets_met,
    m.matter_id
from store.initiative_year as y
join store.initiative as i using (initiative_id)
join store.initiative_part as p using (initiative_id)
join store.initiative_matter as m using (initiative_id)
where y.status is not null and y.initiative_id in (
    {matching}
)
