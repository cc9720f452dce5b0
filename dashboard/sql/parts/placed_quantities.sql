select target_quantity_id as quantity_id from store.indicator_year
union
select result_quantity_id from store.indicator_year
union
select first_target_quantity_id from store.indicator_year
union
select baseline_quantity_id from store.indicator
union
select final_goal_quantity_id from store.indicator
