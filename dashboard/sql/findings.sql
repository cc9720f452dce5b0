with matching as (
    {matching}
)
select
    f.kind,
    f.severity,
    i.number,
    {called},
    i.department,
    y.label as year_label,
    f.message,
    f.quote
from store.finding as f
left join store.initiative as i using (initiative_id)
left join store.fiscal_year as y on y.year = f.year
where f.kind = $kind and (f.initiative_id is null or f.initiative_id in (select initiative_id from matching))
order by i.number nulls first, f.year, f.finding_id
