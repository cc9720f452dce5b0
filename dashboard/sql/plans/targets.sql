-- Numeric targets of each plan's last evaluated year, as they stand on the scale of attainment: what each was, and whether it was met.
select p.plan_id, p.name, r.year, r.attainment, r.is_met
from store.indicator_result as r
join store.plan as p using (plan_id)
where r.year = p.last_evaluated_year and r.target is not null
order by p.plan_id, r.initiative_id, r.position
