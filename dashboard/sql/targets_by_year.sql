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
    count(*) filter (not r.is_met) as missed
from store.indicator_result as r
join matching using (initiative_id)
join store.fiscal_year as f using (year)
group by r.year, f.label, f.label_ja
order by r.year
