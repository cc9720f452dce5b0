-- What became of one initiative in each year of its plan, by which rule, from which words.
select
    f.year,
    f.label,
    f.label_ja,
    {judgement},
    o.is_confirmed,
    o.is_doubtful
from store.initiative as i
join store.plan as n using (plan_id)
join store.fiscal_year as f on f.year between n.first_year and n.last_year
left join store.outcome as o on o.initiative_id = i.initiative_id and o.year = f.year
where i.number = $number
order by f.year
