with matching as (
    {matching}
),
target as (
    select initiative_id, count(*) filter (is_met is not null) as judged, count(*) filter (is_met) as met
    from store.indicator_result
    where year = $year
    group by initiative_id
)
select
    i.department,
    count(*) as initiatives,
    count(*) filter (y.status = 'met') as met,
    count(*) filter (y.status = 'unmet') as unmet,
    count(*) filter (y.status = 'implemented') as implemented,
    count(*) filter (y.status = 'under_study') as under_study,
    count(*) filter (y.status = 'closed') as closed,
    count(*) filter (y.status = 'not_reported') as not_reported,
    count(*) filter (y.is_carried_over) as carried_over,
    coalesce(sum(t.judged), 0)::integer as targets_judged,
    coalesce(sum(t.met), 0)::integer as targets_met
from store.initiative_year as y
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join target as t using (initiative_id)
where y.year = $year and y.status is not null
group by i.department
order by unmet desc, carried_over desc, initiatives desc, i.department
