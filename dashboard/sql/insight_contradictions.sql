-- Numbers that contradict words or each other, with the cells that they stand in: the year's plan and evaluation, and what was said before.
with matching as (
    {matching}
),
told as (
    select *
    from store.finding
    join matching using (initiative_id)
    where kind in ('words_contradict_numbers', 'target_contradicts', 'sum_mismatch', 'cumulative_falls')
),
said as (
    select *
    from store.place_words
    where initiative_id in (select initiative_id from told)
)
select
    i.number,
    i.program_code,
    i.program_name,
    {called},
    i.department,
    f.kind,
    f.severity,
    f.message,
    f.quote,
    f.year,
    y.label,
    p.words as plan,
    e.words as evaluation,
    b.label as before_label,
    coalesce(a.words, s.words) as before,
    o.status
from told as f
join store.initiative as i using (initiative_id)
left join store.fiscal_year as y on y.year = f.year
left join said as p on p.initiative_id = f.initiative_id and p.kind = 'plan' and p.year = f.year
left join said as e on e.initiative_id = f.initiative_id and e.kind = 'result' and e.year = f.year
left join said as a on a.initiative_id = f.initiative_id and a.kind = 'result' and a.year = f.year - 1
left join said as s on s.initiative_id = f.initiative_id and s.kind = 'baseline_goal'
left join store.fiscal_year as b on b.year = a.year
left join store.outcome as o on o.initiative_id = f.initiative_id and o.year = f.year
order by list_position(['error', 'warning', 'info'], f.severity), f.year desc, i.number, f.finding_id
