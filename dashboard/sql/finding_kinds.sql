with matching as (
    {matching}
),
ranked as (
    select
        kind,
        initiative_id,
        severity,
        list_position(['error', 'warning', 'info'], severity) as rank
    from store.finding
    where initiative_id is null or initiative_id in (select initiative_id from matching)
)
select kind, arg_min(severity, rank) as severity, count(*) as findings, count(distinct initiative_id) as initiatives
from ranked
group by kind
order by min(rank), findings desc, kind
