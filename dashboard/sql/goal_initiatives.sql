
with counted as (
    {counted}
)
select number, goal_code, policy_code, program_code, activity, department, is_lead, year, status, is_carried_over, is_undone, is_judged, is_doubtful
from counted
order by number, year
