
with counted as (
    {counted}
)
select
    c.department,
    c.is_lead,
    c.year,
    {counts}
from counted as c
group by grouping sets ((c.year), (c.year, c.is_lead), (c.year, c.department), (c.year, c.department, c.is_lead))
order by c.department nulls first, c.is_lead desc nulls first, c.year
