-- Every indicator in every year that has a target or a result, with what became of the initiative, why, in which words, and the words that the numbers came from.
with matching as (
    {matching}
),
doubtful as (
    select initiative_id, quote, any_value(message) as message
    from store.finding
    where kind = 'misspelt_name'
    group by initiative_id, quote
)
select
    r.indicator_id,
    i.number,
    i.program_code,
    i.activity,
    i.department,
    r.name,
    r.unit,
    r.direction,
    r.is_cumulative,
    r.baseline,
    r.final_goal,
    d.message as doubt,
    r.year,
    f.label,
    r.target,
    r.first_target,
    r.result,
    r.attainment,
    r.is_met,
    r.progress,
    o.status,
    o.reason,
    case when contains(o.evidence, o.reason_quote) then o.evidence else o.reason_quote || '…' || o.evidence end as said,
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
left join doubtful as d on d.initiative_id = r.initiative_id and contains(r.name, d.quote)
left join store.quantity as t on t.quantity_id = r.target_quantity_id
left join store.quantity as a on a.quantity_id = r.result_quantity_id
left join store.fiscal_year as tf on tf.year = t.printed_year
left join store.fiscal_year as af on af.year = a.printed_year
order by i.number, r.position, r.year
