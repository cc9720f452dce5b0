-- Targets and results that are doubtful by themselves: a sign speaks against them, not only a finding on their year.
with matching as (
    {matching}
),
told as (
    select f.initiative_id, f.year
    from store.finding as f
    join store.finding_kind_code as k on k.code = f.kind
    where k.casts_doubt_on = 'year' and not f.is_settled
)
select
    i.number,
    {called},
    i.department,
    v.year,
    y.label,
    y.label_ja,
    n.name,
    n.read_name,
    n.unit,
    v.target,
    v.result,
    v.is_met,
    v.confidence,
    (
        select string_agg(f.message, '\n' order by f.finding_id)
        from store.finding as f
        where f.initiative_id = n.initiative_id and f.year = v.year and f.kind = 'doubtful_figure' and starts_with(f.message, n.name)
    ) as said
from store.indicator_year as v
join store.indicator as n using (indicator_id)
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
join store.fiscal_year as y using (year)
where v.is_doubtful
    and (
        exists (
            from store.finding as f
            where f.initiative_id = n.initiative_id
                and f.year = v.year
                and f.kind = 'doubtful_figure'
                and starts_with(f.message, n.name)
        )
        or not exists (from told as t where t.initiative_id = n.initiative_id and t.year = v.year)
    )
order by v.year desc, i.number, n.position
