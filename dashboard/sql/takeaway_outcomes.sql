-- What became of every initiative in every evaluated year.
with matching as (
    {matching}
)
select
    i.number,
    y.year,
    f.label_ja,
    y.status,
    y.is_carried_over,
    y.undone_run,
    y.carried_run,
    y.reason,
    y.reason_quote,
    y.evidence,
    y.rule,
    y.confidence,
    y.is_corrected
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
where y.status is not null
order by i.number, y.year
