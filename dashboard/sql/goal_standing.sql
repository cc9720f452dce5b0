
with counted as (
    {counted}
)
select
    c.goal_code,
    c.policy_code,
    c.program_code,
    min(c.number) as first_number,
    c.year,
    {counts}
from counted as c
group by c.year, rollup (c.goal_code, c.policy_code, c.program_code)
order by first_number, c.goal_code nulls first, c.policy_code nulls first, c.program_code nulls first, c.year
