-- What an initiative promises by a year, and what became of it.
select
    p.place,
    p.due_label_ja,
    p.what,
    p.state,
    p.is_doubtful,
    p.is_corrected
from store.promise as p
join store.initiative as i using (initiative_id)
where i.number = $number
order by p.position
