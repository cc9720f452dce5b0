-- What became of each plan's initiatives in each evaluated year; a plan's years are its own.
select
    p.plan_id,
    p.name,
    c.year,
    f.label,
    f.label_ja,
    c.year = max(c.year) over (partition by p.plan_id) as is_last,
    {statuses}
from store.initiative_year as c
join store.plan as p using (plan_id)
join store.fiscal_year as f using (year)
where c.status is not null
group by p.plan_id, p.name, c.year, f.label, f.label_ja
order by p.plan_id, c.year
