select
    y.year,
    y.label,
    y.label_ja,
    y.year <= coalesce(p.last_evaluated_year, p.last_year) as is_evaluated
from store.fiscal_year as y
join store.plan as p on y.year between p.first_year and p.last_year
order by y.year
