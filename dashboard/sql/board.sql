-- Every matter in every year of the plan: what became of it. A matter in several rows stands once, by the row of the lead, with
-- their numbers.
with matching as (
    {matching}
),
told as (
    select
        case when count(*) > 1 then list(i.number order by i.is_lead desc, i.number) end as numbers,
        arg_min(i.initiative_id, (not i.is_lead, i.number)) as initiative_id,
        count(distinct i.department) as sections
    from store.initiative as i
    join matching using (initiative_id)
    join store.initiative_matter as m using (initiative_id)
    group by m.matter_id
)
select
    i.number,
    t.numbers,
    i.goal_code,
    {called},
    i.department,
    t.sections,
    y.year,
    f.label,
    y.status,
    y.is_carried_over,
    y.is_undone,
    y.is_doubtful
from told as t
join store.initiative as i using (initiative_id)
join store.initiative_year as y using (initiative_id)
join store.fiscal_year as f using (year)
order by i.number, y.year
