select c.item, c.place, y.label, c.expected, c.corrected, c.why, c.who, c.corrected_on, c.revision
from store.correction as c
left join store.fiscal_year as y using (year)
where c.number = $number
order by c.correction_id
