-- Every indicator in every year that has a target or a result, with what became of the initiative, why, and the words that the numbers came from.
-- `said` tells a miss: the cause that is named, and the words around the result itself, for the initiative's evidence may be of another indicator.
with matching as (
    {matching}
),
doubtful as (
    select initiative_id, quote, any_value(message) as message
    from store.finding
    where kind = 'misspelt_name'
    group by initiative_id, quote
),
around as (
    select
        q.quantity_id,
        trim(
            regexp_extract(left(c.text, q.span_start - c.span_start), '(【[^【】]*】)?[^【】。]*$')
            || q.quote
            || regexp_extract(substr(c.text, q.span_end - c.span_start + 1), '^[^【】。\s]*。?')
        ) as words
    from store.quantity as q
    join matching using (initiative_id)
    join store.cell as c
        on c.initiative_id = q.initiative_id
        and c.printed_kind = q.printed_kind
        and c.printed_year is not distinct from q.printed_year
        and q.span_start >= c.span_start
        and q.span_end <= c.span_end
),
told as (
    select
        r.indicator_id,
        r.year,
        o.reason_quote,
        case when o.rule = 'target_missed' and not r.is_met then coalesce(a.words, o.evidence) else o.evidence end as words
    from store.indicator_result as r
    join matching using (initiative_id)
    join store.outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
    left join around as a on a.quantity_id = r.result_quantity_id
)
select
    {series},
    d.message as doubt,
    r.is_doubtful,
    u.state,
    u.is_counted,
    o.status,
    o.reason,
    case when contains(s.words, s.reason_quote) then s.words else s.reason_quote || '…' || s.words end as said,
    t.quote as target_quote,
    t.printed_kind as target_kind,
    tf.label as target_label,
    a.quote as result_quote,
    a.printed_kind as result_kind,
    af.label as result_label
from store.indicator_result as r
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
left join store.outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
left join store.target_outcome as u on u.indicator_id = r.indicator_id and u.year = r.year
left join told as s on s.indicator_id = r.indicator_id and s.year = r.year
left join doubtful as d on d.initiative_id = r.initiative_id and contains(r.name, d.quote)
left join store.quantity as t on t.quantity_id = r.target_quantity_id
left join store.quantity as a on a.quantity_id = r.result_quantity_id
left join store.fiscal_year as tf on tf.year = t.printed_year
left join store.fiscal_year as af on af.year = a.printed_year
order by i.number, r.position, r.year
