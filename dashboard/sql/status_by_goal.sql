with counted as (
    {counted}
)
select
    c.goal_code,
    {counts}
from counted as c
where c.year = $year
group by c.goal_code
order by c.goal_code
