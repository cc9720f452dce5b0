-- The numbers that were read from one initiative's words, where they stand and where they belong.
select
    q.role,
    q.label,
    q.value,
    q.unit,
    q.comparator,
    q.as_of,
    q.quote,
    q.kind,
    q.year,
    f.label as year_label,
    q.printed_kind,
    q.printed_year,
    p.label as printed_label,
    q.span_start,
    q.span_end,
    q.rule,
    exists (
        from store.indicator_year as v
        where q.quantity_id in (v.target_quantity_id, v.result_quantity_id, v.first_target_quantity_id)
    )
    or exists (
        from store.indicator as n
        where q.quantity_id in (n.baseline_quantity_id, n.final_goal_quantity_id)
    ) as is_charted
from store.quantity as q
join store.initiative as i using (initiative_id)
left join store.fiscal_year as f on f.year = q.year
left join store.fiscal_year as p on p.year = q.printed_year
where i.number = $number
order by q.printed_year nulls first, q.printed_kind, q.span_start, q.quantity_id
