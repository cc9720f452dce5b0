with counted as (
    {counted}
)
select
    c.year,
    f.label,
    f.label_ja,
    {counts},
    count(*) filter (c.status in ('met', 'implemented')) as done,
    count(*) filter (c.is_worse) as worse,
    count(*) filter (c.is_better) as better,
    count(distinct m.matter_id) filter (c.status in ('met', 'implemented')) as done_matters,
    count(distinct m.matter_id) filter (c.status = 'unmet') as unmet_matters,
    count(distinct m.matter_id) filter (c.is_carried_over) as carried_over_matters,
    count(*) filter (c.carried_end is not null) as carried_ended,
    count(*) filter (c.carried_end = 'resolved') as resolved,
    count(*) filter (c.carried_end = 'given_up') as given_up,
    count(*) filter (c.carried_end = 'other') as other
from counted as c
join store.initiative_matter as m using (initiative_id)
join store.fiscal_year as f using (year)
group by c.year, f.label, f.label_ja
order by c.year
