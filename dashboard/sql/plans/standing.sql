-- What became of each plan's initiatives in each evaluated year; a plan's years are its own.
select
    p.plan_id,
    p.name,
    y.year,
    f.label,
    f.label_ja,
    y.year = max(y.year) over (partition by p.plan_id) as is_last,
    count(*) as initiatives,
    count(*) filter (y.status = 'met') as met,
    count(*) filter (y.status = 'unmet') as unmet,
    count(*) filter (y.status = 'implemented') as implemented,
    count(*) filter (y.status = 'under_study') as under_study,
    count(*) filter (y.status = 'closed') as closed,
    count(*) filter (y.status = 'not_reported') as not_reported,
    count(*) filter (y.is_carried_over) as carried_over
from store.initiative_year as y
join store.plan as p using (plan_id)
join store.fiscal_year as f using (year)
where y.status is not null
group by p.plan_id, p.name, y.year, f.label, f.label_ja
order by p.plan_id, y.year
