-- Every number that was read from the words, where it belongs and where it is printed.
with matching as (
    {matching}
)
select
    q.quantity_id,
    i.number,
    q.kind,
    q.year,
    f.label_ja,
    q.role,
    q.label,
    q.value,
    q.unit,
    q.comparator,
    q.as_of,
    q.is_cumulative,
    q.quote,
    q.printed_kind,
    q.printed_year,
    p.label_ja as printed_label_ja
from store.quantity as q
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join store.fiscal_year as f on f.year = q.year
left join store.fiscal_year as p on p.year = q.printed_year
order by i.number, q.quantity_id
