-- The words of one initiative's evaluation in every evaluated year; NULL where nothing is said.
select f.year, f.label, string_agg(nullif(c.text, ''), ' ' order by c.cell_id) as evaluation
from store.initiative as i
join store.plan as p using (plan_id)
join store.fiscal_year as f on f.year between p.first_year and p.last_evaluated_year
left join store.cell as c on c.initiative_id = i.initiative_id and c.kind = 'result' and c.year = f.year
where i.number = $number
group by f.year, f.label
order by f.year
