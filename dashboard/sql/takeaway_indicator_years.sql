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
{quoted_results}
order by i.number, r.position, r.year
