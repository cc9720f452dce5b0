-- The indicators of one initiative year by year, by the names that they were read with.
select n.indicator_id, n.name, n.read_name, n.unit, n.direction, v.year, y.label_ja, v.target, v.result, v.is_corrected, v.is_confirmed
from store.indicator as n
join store.initiative as i using (initiative_id)
left join store.indicator_year as v using (indicator_id)
left join store.fiscal_year as y using (year)
where i.number = $number
order by n.position, v.year
