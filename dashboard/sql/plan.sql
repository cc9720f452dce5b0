select
    plan_id,
    title,
    body,
    first_year,
    last_year,
    last_evaluated_year,
    flagships,
    (select count(distinct is_lead) > 1 from store.initiative) as tells_leads
from store.plan
order by plan_id
