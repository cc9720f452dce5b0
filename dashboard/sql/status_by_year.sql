-- Counts of every evaluated year. Distinct matters are counted in lists: each count(distinct) would be planned as a query of its own.
with counted as (
    select y.*, m.matter_id
    from store.initiative_year as y
    join store.initiative_matter as m using (initiative_id)
    where y.status is not null and y.initiative_id in (
        {matching}
    )
)
select
    c.year,
    f.label,
    f.label_ja,
    {counts},
    count(*) filter (c.status in ('met', 'implemented')) as done,
    count(*) filter (c.is_worse) as worse,
    count(*) filter (c.is_better) as better,
    coalesce(len(list_distinct(list(c.matter_id) filter (c.status in ('met', 'implemented')))), 0) as done_matters,
    coalesce(len(list_distinct(list(c.matter_id) filter (c.status = 'unmet'))), 0) as unmet_matters,
    coalesce(len(list_distinct(list(c.matter_id) filter (c.is_carried_over))), 0) as carried_over_matters,
    count(*) filter (c.carried_end is not null) as carried_ended,
    count(*) filter (c.carried_end = 'resolved') as resolved,
    count(*) filter (c.carried_end = 'given_up') as given_up,
    count(*) filter (c.carried_end = 'other') as other
from counted as c
join store.fiscal_year as f using (year)
group by c.year, f.label, f.label_ja
order by c.year
