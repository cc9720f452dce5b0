with placed as (
    {placed_quantities}
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
