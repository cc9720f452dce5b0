-- Judged years that are doubtful by themselves, not only by a finding that is asked about on its own; and whoever settled one.
with matching as (
    {matching}
),
told as (
    select f.initiative_id, f.year, k.casts_doubt_on
    from store.finding as f
    join store.finding_kind_code as k on k.code = f.kind
    where k.casts_doubt_on is not null and not f.is_settled
)
select
    i.number,
    {called},
    i.department,
    o.year,
    y.label,
    y.label_ja,
    {judgement},
    (
        select string_agg(f.message, '\n' order by f.finding_id)
        from store.finding as f
        join store.finding_kind_code as k on k.code = f.kind
        where f.initiative_id = o.initiative_id and f.year = o.year and k.casts_doubt_on = 'outcome'
    ) as said
from store.outcome as o
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
join store.fiscal_year as y using (year)
where o.is_doubtful
    and (
        exists (from told as t where t.initiative_id = o.initiative_id and t.year = o.year and t.casts_doubt_on = 'outcome')
        or not exists (from told as t where t.initiative_id = o.initiative_id and t.year = o.year)
    )
order by o.year desc, i.number
