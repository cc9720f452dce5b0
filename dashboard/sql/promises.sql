-- What the initiatives that the filter lets through promise by a year, the earliest first.
with matching as (
    {matching}
)
select
    i.number,
    {called},
    i.department,
    p.due_year,
    p.due_label,
    p.due_label_ja,
    p.what,
    p.quote,
    p.is_study,
    p.state,
    p.kept_year,
    p.confidence,
    p.is_doubtful
from store.promise as p
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
order by p.due_year, i.number, p.position
