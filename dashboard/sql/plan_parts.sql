-- The names that the plan gives its goals and policies; the progress table may have bare codes.
select code, name
from store.plan_part
order by code
