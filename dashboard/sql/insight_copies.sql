-- Evaluations that are the year before's words: those told as copied, and those at least $nearly like them (1 = every character the
-- same; the store holds what is half the same or more).
with matching as (
    {matching}
),
copied as (
    select initiative_id, year, any_value(message) as message, any_value(severity) as severity
    from store.finding
    where kind = 'copied_evaluation'
    group by initiative_id, year
),
told as (
    select initiative_id, year, l.likeness, t.message, t.severity
    from store.evaluation_likeness as l
    full join copied as t using (initiative_id, year)
    join matching using (initiative_id)
    where l.likeness >= $nearly or t.message is not null
),
compared as (
    select t.*, before.words as before, now.words as now
    from told as t
    join store.place_words as now on now.initiative_id = t.initiative_id and now.year = t.year and now.kind = 'result'
    join store.place_words as before on before.initiative_id = t.initiative_id and before.year = t.year - 1 and before.kind = 'result'
)
select
    {repeated},
    c.likeness,
    c.message is not null as is_copied,
    c.severity,
    c.message,
    p.status as before_status,
    o.status
from compared as c
join store.initiative as i using (initiative_id)
join store.fiscal_year as y on y.year = c.year
join store.fiscal_year as b on b.year = c.year - 1
left join store.outcome as o on o.initiative_id = c.initiative_id and o.year = c.year
left join store.outcome as p on p.initiative_id = c.initiative_id and p.year = c.year - 1
order by i.number, c.year
