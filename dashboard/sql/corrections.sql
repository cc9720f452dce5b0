select c.number, y.label as year_label, c.item, c.place, c.expected, c.corrected, c.why, c.who, c.corrected_on
from store.correction as c
left join store.fiscal_year as y using (year)
order by c.correction_id
