-- Evaluations that are the year before's words: those told as copied, and those at least $nearly like them (1 = every character the same).
with matching as (
    {matching}
),
said as (
    {said}
),
compared as (
    select
        now.initiative_id,
        now.year,
        before.words as before,
        now.words as now,
        1 - levenshtein(before.folded, now.folded) / greatest(length(before.folded), length(now.folded)) as likeness
    from said as now
    join said as before
        on before.initiative_id = now.initiative_id and before.year = now.year - 1 and before.kind = now.kind
    where now.kind = 'result'
),
told as (
    select initiative_id, year, any_value(message) as message, any_value(severity) as severity
    from store.finding
    where kind = 'copied_evaluation'
    group by initiative_id, year
)
select
    {repeated},
    c.likeness,
    t.message is not null as is_copied,
    t.severity,
    t.message,
    p.status as before_status,
    o.status
from compared as c
join store.initiative as i using (initiative_id)
join store.fiscal_year as y on y.year = c.year
join store.fiscal_year as b on b.year = c.year - 1
left join told as t on t.initiative_id = c.initiative_id and t.year = c.year
left join store.outcome as o on o.initiative_id = c.initiative_id and o.year = c.year
left join store.outcome as p on p.initiative_id = c.initiative_id and p.year = c.year - 1
where c.likeness >= $nearly or t.message is not null
order by i.number, c.year
