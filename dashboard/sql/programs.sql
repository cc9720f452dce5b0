select goal_code, policy_code, program_code, min(program_name) as program_name, count(*) as initiatives, min(number) as first_number
from store.initiative
group by goal_code, policy_code, program_code
order by first_number
