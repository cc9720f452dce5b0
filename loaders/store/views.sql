-- What is asked in several places and is quick to ask, said once. The loader executes this after the tables are made.

create view search_place as
select i.plan_id, c.initiative_id, c.kind, c.year, c.cell_id, c.text, c.search_text
from cell as c
join initiative as i using (initiative_id)
union all by name
select plan_id, initiative_id, 'program' as kind, program_name as text, program_search_text as search_text
from initiative
union all by name
select plan_id, initiative_id, 'activity' as kind, activity as text, activity_search_text as search_text
from initiative;
comment on view search_place is 'every place where words stand, verbatim and folded for search: the cells, and the names of program and activity, which have no year';

create view verdict_comparison as
with lone as (
    select initiative_id, min(indicator_id) as indicator_id
    from indicator
    group by initiative_id
    having count(*) = 1
),
tied as (
    select
        v.*,
        coalesce(named.indicator_id, lone.indicator_id) as indicator_id
    from body_verdict as v
    left join indicator as named on named.initiative_id = v.initiative_id and named.name = v.measure
    left join lone on lone.initiative_id = v.initiative_id and v.measure is null
)
select
    t.initiative_id,
    t.position,
    t.year,
    t.words,
    t.meaning,
    t.measure,
    t.says,
    y.target,
    y.result,
    case
        when y.is_met then 'met'
        when not y.is_met then 'unmet'
        when t.measure is null then o.status
    end as status,
    coalesce(t.says <> case when status in ('met', 'implemented') then 'met' when status = 'unmet' then 'unmet' end, false) as is_other
from tied as t
left join indicator_year as y on y.indicator_id = t.indicator_id and y.year = t.year
left join outcome as o on o.initiative_id = t.initiative_id and o.year = t.year;
comment on view verdict_comparison is 'the body''s own verdict on a year beside ours (status: of the indicator where its numbers tell, else of the year); is_other: one says met and the other unmet';
