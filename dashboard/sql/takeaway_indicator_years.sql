-- Target and result of every indicator in every year, each in the indicator's unit.
with matching as (
    {matching}
)
select
    r.indicator_id,
    i.number,
    r.name,
    r.year,
    f.label_ja,
    r.unit,
    r.target,
    r.first_target,
    r.result,
    r.attainment,
    r.progress,
    r.is_met,
    t.quote as target_quote,
    a.quote as result_quote
from store.indicator_result as r
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
left join store.quantity as t on t.quantity_id = r.target_quantity_id
left join store.quantity as a on a.quantity_id = r.result_quantity_id
order by i.number, r.position, r.year
