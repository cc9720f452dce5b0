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
    count(*) filter (c.is_better) as better
from counted as c
join store.fiscal_year as f using (year)
group by c.year, f.label, f.label_ja
order by c.year
