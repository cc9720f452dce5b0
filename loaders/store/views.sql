-- What the pages and analysts' tools ask again and again, said once. The loader executes this after the tables are made.

create view initiative_search as
with said as (
    select initiative_id, string_agg(search_text, ' ' order by cell_id) as words
    from cell
    group by initiative_id
)
select i.initiative_id, concat_ws(' ', i.search_text, said.words) as search_text
from initiative as i
left join said using (initiative_id);
comment on view initiative_search is 'all words of an initiative, folded for search: ask contains() a word at a time';

create view search_place as
select initiative_id, kind, year, cell_id, text, search_text
from cell
union all by name
select initiative_id, 'program' as kind, program_name as text, program_search_text as search_text
from initiative
union all by name
select initiative_id, 'activity' as kind, activity as text, activity_search_text as search_text
from initiative;
comment on view search_place is 'every place where words stand, verbatim and folded for search: the cells, and the names of program and activity, which have no year';

create view initiative_part as
select
    initiative_id,
    number,
    goal_code,
    policy_code,
    case
        when program_code <> '' then program_code
        when count(*) over (partition by goal_code, policy_code, program_name) > 1 then program_name
        else ''
    end as program_key,
    program_name
from initiative;
comment on view initiative_part is 'where an initiative stands in the plan; a program without a code that holds several is told by its name (program_key)';

create view initiative_year as
with place as (
    select i.initiative_id, y.year
    from initiative as i
    join plan as p using (plan_id)
    join fiscal_year as y on y.year between p.first_year and p.last_year
),
judged as (
    select
        place.initiative_id,
        place.year,
        o.* exclude (initiative_id, year),
        o.status = 'unmet' or o.is_carried_over as is_undone,
        lag(o.status) over years as previous_status,
        lag(o.is_carried_over) over years as was_carried_over
    from place
    left join outcome as o using (initiative_id, year)
    window years as (partition by place.initiative_id order by place.year)
),
counted as (
    select
        *,
        count(*) filter (not coalesce(is_undone, false)) over (partition by initiative_id order by year) as undone_island,
        count(*) filter (not coalesce(is_carried_over, false)) over (partition by initiative_id order by year) as carried_island
    from judged
)
select
    initiative_id,
    year,
    status,
    is_carried_over,
    is_undone,
    reason,
    reason_quote,
    evidence,
    rule,
    confidence,
    is_doubtful,
    is_corrected,
    previous_status,
    was_carried_over,
    count(*) filter (is_undone) over (partition by initiative_id, undone_island order by year)::integer as undone_run,
    count(*) filter (is_carried_over) over (partition by initiative_id, carried_island order by year)::integer as carried_run,
    coalesce(status = 'unmet' and previous_status in ('met', 'implemented', 'under_study'), false) as is_worse,
    coalesce(previous_status = 'unmet' and status in ('met', 'implemented'), false) as is_better
from counted;
comment on view initiative_year is 'every initiative in every year of its plan, with what became of it, the year before, and how long it has been left undone; status is NULL in a year without an evaluation column';

create view indicator_result as
with measured as (
    select
        v.indicator_id,
        v.year,
        n.initiative_id,
        n.position,
        n.name,
        n.unit,
        n.direction,
        n.is_cumulative,
        n.baseline,
        n.final_goal,
        v.target,
        v.first_target,
        v.result,
        v.attainment,
        v.is_met,
        v.target_quantity_id,
        v.result_quantity_id,
        v.confidence,
        v.is_doubtful,
        case n.direction when 'up' then v.result - v.target else v.target - v.result end as gap,
        (v.result - n.baseline) / nullif(v.target - n.baseline, 0) as progress,
        max(v.year) over earlier as previous_year,
        last_value(v.result) over earlier as previous_result,
        last_value(v.target) over earlier as previous_target,
        last_value(v.is_met) over earlier as previous_is_met,
        last_value(v.attainment) over earlier as previous_attainment
    from indicator_year as v
    join indicator as n using (indicator_id)
    window earlier as (partition by v.indicator_id order by v.year range between 1 preceding and 1 preceding)
)
select
    *,
    case
        when is_met then (select code from band_code order by position limit 1)
        when not is_met then (
            select code from band_code where position > 1 and coalesce(measured.attainment, 0) >= at_least order by position limit 1
        )
    end as band,
    coalesce(previous_is_met and not is_met, false) as is_worse,
    coalesce(not previous_is_met and is_met, false) as is_better
from measured;
comment on view indicator_result is 'target and result of an indicator in a year, with the year before; gap: how far the result is above (+) or short of (-) the target, lower-is-better turned round; band: its step of the scale (band_code), NULL where nothing can be judged; progress: share of the planned way from the baseline that was gone';
