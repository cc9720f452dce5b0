with matching as (
    {matching}
)
select f.kind, max(f.severity) as severity, count(*) as findings, count(distinct f.initiative_id) as initiatives
from store.finding as f
where f.initiative_id is null or f.initiative_id in (select initiative_id from matching)
group by f.kind
order by case max(f.severity) when 'error' then 1 when 'warning' then 2 else 3 end, findings desc, f.kind
