with matching as (
    {matching}
)
select
    y.year,
    f.label,
    f.label_ja,
    count(*) as initiatives,
    count(*) filter (y.status = 'met') as met,
    count(*) filter (y.status = 'unmet') as unmet,
    count(*) filter (y.status = 'implemented') as implemented,
    count(*) filter (y.status = 'under_study') as under_study,
    count(*) filter (y.status = 'closed') as closed,
    count(*) filter (y.status = 'not_reported') as not_reported,
    count(*) filter (y.status in ('met', 'implemented')) as done,
    count(*) filter (y.is_carried_over) as carried_over,
    count(*) filter (y.is_worse) as worse,
    count(*) filter (y.is_better) as better
from store.initiative_year as y
join matching using (initiative_id)
join store.fiscal_year as f using (year)
where y.status is not null
group by y.year, f.label, f.label_ja
order by y.year
