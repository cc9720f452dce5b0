-- Numeric targets of every year: judged, met and missed; those without a result apart, and how many of these belong to an unmet initiative.
with matching as (
    {matching}
)
select
    r.year,
    f.label,
    f.label_ja,
    count(*) filter (r.target is not null) as targets,
    count(*) filter (r.is_met is not null) as judged,
    count(*) filter (r.is_met) as met,
    count(*) filter (not r.is_met) as missed,
    count(*) filter (r.target is not null and r.is_met is null) as unjudged,
    count(*) filter (r.target is not null and r.is_met is null and o.status = 'unmet') as unjudged_unmet
from store.indicator_result as r
join matching using (initiative_id)
join store.fiscal_year as f using (year)
left join store.outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
group by r.year, f.label, f.label_ja
order by r.year
