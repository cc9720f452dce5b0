select department, count(*) as initiatives
from store.initiative
group by department
order by department
