select plan_id, name, trouble
from store.plan
order by plan_id
