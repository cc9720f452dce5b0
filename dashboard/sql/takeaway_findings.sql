-- What is odd in the source or doubtful in its reading; what is about the whole document has no number.
with matching as (
    {matching}
)
select i.number, f.year, y.label_ja, f.kind, f.severity, f.message, f.quote
from store.finding as f
left join store.initiative as i using (initiative_id)
left join store.fiscal_year as y using (year)
where f.initiative_id is null or f.initiative_id in (from matching)
order by i.number nulls first, f.finding_id
