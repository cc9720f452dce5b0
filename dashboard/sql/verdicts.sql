-- The body's own verdicts on each year beside what was read of it.
with matching as (
    {matching}
)
select
    i.number,
    coalesce(nullif(i.activity, ''), i.program_name) as activity,
    i.department,
    f.label,
    coalesce(v.measure, '') as measure,
    v.words,
    coalesce(v.meaning, '') as meaning,
    v.target,
    v.result,
    s.symbol || ' ' || s.label_ja as ours,
    v.is_other
from store.verdict_comparison as v
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f on f.year = v.year
left join store.status_code as s on s.code = v.status
order by v.year desc, i.number, v.position
