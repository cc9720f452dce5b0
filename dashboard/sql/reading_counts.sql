with placed as (
    select target_quantity_id as quantity_id from store.indicator_year
    union
    select result_quantity_id from store.indicator_year
    union
    select first_target_quantity_id from store.indicator_year
    union
    select baseline_quantity_id from store.indicator
    union
    select final_goal_quantity_id from store.indicator
)
select
    (select count(*) from store.initiative) as initiatives,
    (select count(*) from store.cell where text <> '') as cells,
    (select count(*) from store.cell where is_moved and text <> '') as moved_cells,
    (select count(distinct initiative_id) from store.cell where is_moved and text <> '') as moved_initiatives,
    (select count(*) from store.quantity) as quantities,
    (select count(*) from store.quantity where quantity_id in (select quantity_id from placed)) as placed_quantities,
    (select count(*) from store.indicator) as indicators,
    (select count(*) from store.outcome) as outcomes,
    (select count(*) from store.finding where kind = 'doubtful_outcome') as doubtful_outcomes,
    (select count(*) from store.correction) as corrections,
    (select count(*) from store.finding) as findings
