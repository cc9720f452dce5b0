select f.kind, f.severity, f.message, f.quote, y.label
from store.finding as f
join store.initiative as i using (initiative_id)
left join store.fiscal_year as y using (year)
where i.number = $number
order by f.year nulls first, f.finding_id
