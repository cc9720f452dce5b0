select plan_id, title, body, first_year, last_year, last_evaluated_year
from store.plan
order by plan_id
