-- Evaluations that are a plan's words, beside the plan that they are most like: the year's own or the next year's.
with matching as (
    {matching}
),
told as (
    select *
    from store.finding
    join matching using (initiative_id)
    where kind = 'copied_plan_as_result'
),
said as (
    select
        c.initiative_id,
        c.kind,
        c.year,
        string_agg(c.text, ' ' order by c.cell_id) as words,
        string_agg(c.search_text, '' order by c.cell_id) as folded
    from store.cell as c
    where c.search_text <> '' and c.initiative_id in (select initiative_id from told)
    group by c.initiative_id, c.kind, c.year
),
compared as (
    select
        f.finding_id,
        f.initiative_id,
        f.year,
        f.severity,
        f.message,
        p.year as plan_year,
        p.words as before,
        e.words as now
    from told as f
    join said as e on e.initiative_id = f.initiative_id and e.year = f.year and e.kind = 'result'
    join said as p on p.initiative_id = f.initiative_id and p.year in (f.year, f.year + 1) and p.kind = 'plan'
    qualify row_number() over (partition by f.finding_id order by levenshtein(p.folded, e.folded), p.year) = 1
)
select
    {repeated},
    c.severity,
    c.message,
    o.status
from compared as c
join store.initiative as i using (initiative_id)
join store.fiscal_year as y on y.year = c.year
join store.fiscal_year as b on b.year = c.plan_year
left join store.outcome as o on o.initiative_id = c.initiative_id and o.year = c.year
order by list_position(['error', 'warning', 'info'], c.severity), i.number, c.year
