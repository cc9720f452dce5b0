doubtful as (
    select initiative_id, quote, any_value(message) as message
    from store.finding
    where kind = 'misspelt_name'
    group by initiative_id, quote
)
select
    {series},
    d.message as doubt,
    r.is_doubtful,
    u.state,
    u.is_counted,
    o.status,
    o.reason,
    r.said,
    t.quote as target_quote,
    t.printed_kind as target_kind,
    tf.label as target_label,
    a.quote as result_quote,
    a.printed_kind as result_kind,
    af.label as result_label
{quoted_results}
left join store.outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
left join store.target_outcome as u on u.indicator_id = r.indicator_id and u.year = r.year
left join doubtful as d on d.initiative_id = r.initiative_id and contains(r.name, d.quote)
left join store.fiscal_year as tf on tf.year = t.printed_year
left join store.fiscal_year as af on af.year = a.printed_year
order by i.number, r.position, r.year
