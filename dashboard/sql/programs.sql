-- Programs in the plan's order; where one code stands for several names it bears them all.
with named as (
    select goal_code, policy_code, program_key, program_name, count(*) as initiatives, min(number) as first_number
    from store.initiative_part
    group by goal_code, policy_code, program_key, program_name
)
select
    goal_code,
    policy_code,
    program_key as program_code,
    string_agg(program_name, '／' order by first_number) as program_name,
    sum(initiatives)::integer as initiatives,
    min(first_number) as first_number
from named
group by goal_code, policy_code, program_key
order by min(first_number)
