-- Why work was left undone, over all years of each plan.
select p.plan_id, p.name, y.reason, count(*) as years
from store.initiative_year as y
join store.plan as p using (plan_id)
where y.is_undone
group by p.plan_id, p.name, y.reason
order by p.plan_id, years desc, y.reason
