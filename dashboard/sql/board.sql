-- Every matter in every year of the plan: what became of it. A matter in several rows stands once, by the row of the lead.
with matching as (
    {matching}
),
told as (
    select
        i.initiative_id,
        i.number,
        i.goal_code,
        i.activity,
        row_number() over matter = 1 as is_told,
        list(i.number) over matter as numbers,
        list(distinct i.department) over (partition by m.matter_id) as departments,
        i.department
    from store.initiative as i
    join matching using (initiative_id)
    join store.initiative_matter as m using (initiative_id)
    window matter as (
        partition by m.matter_id order by i.is_lead desc, i.number rows between unbounded preceding and unbounded following
    )
)
select
    t.number,
    t.numbers,
    t.goal_code,
    t.activity,
    t.department,
    len(t.departments) as sections,
    y.year,
    f.label,
    y.status,
    y.is_carried_over,
    y.is_undone,
    y.is_doubtful
from told as t
join store.initiative_year as y using (initiative_id)
join store.fiscal_year as f using (year)
where t.is_told
order by t.number, y.year
