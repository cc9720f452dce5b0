-- Promises by a year of which it is doubtful what became, and of which nobody has spoken.
with matching as (
    {matching}
)
select
    i.number,
    {called},
    i.department,
    p.place,
    p.due_label_ja,
    p.what,
    p.quote,
    p.printed_kind,
    p.state,
    p.confidence
from store.promise as p
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
where p.is_doubtful and not p.is_corrected
order by i.number, p.position
