with counted as (
    {counted}
)
select
    c.department,
    {counts}
from counted as c
where c.year = $year
group by c.department
order by unmet desc, carried_over desc, initiatives desc, c.department
