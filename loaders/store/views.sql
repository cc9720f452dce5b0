-- What the pages and analysts' tools ask again and again, said once. The loader executes this after the tables are made.

create view initiative_search as
with said as (
    select initiative_id, string_agg(search_text, ' ' order by cell_id) as words
    from cell
    group by initiative_id
)
select i.plan_id, i.initiative_id, concat_ws(' ', i.search_text, said.words) as search_text
from initiative as i
left join said using (initiative_id);
comment on view initiative_search is 'all words of an initiative, folded for search: ask contains() a word at a time';

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

create view initiative_part as
select
    plan_id,
    initiative_id,
    number,
    goal_code,
    policy_code,
    case
        when program_code <> '' then program_code
        when count(*) over (partition by plan_id, goal_code, policy_code, program_name) > 1 then program_name
        else ''
    end as program_key,
    program_name
from initiative;
comment on view initiative_part is 'where an initiative stands in the plan; a program without a code that holds several is told by its name (program_key)';

create view initiative_matter as
with evaluated as (
    select initiative_id, string_agg(year || ' ' || search_text, '|' order by year, cell_id) as evaluations
    from cell
    where kind = 'result' and search_text <> ''
    group by initiative_id
),
listed as (
    select
        i.initiative_id,
        i.activity_search_text as activity,
        hash(i.plan_id, i.goal_code, i.policy_code, i.program_code, i.program_search_text, e.evaluations)::varchar as words
    from initiative as i
    join evaluated as e using (initiative_id)
),
measured as (
    select n.initiative_id, hash(n.unit, list((v.year, v.target, v.result) order by v.year)) as numbers
    from indicator_year as v
    join indicator as n using (indicator_id)
    group by n.initiative_id, n.indicator_id, n.unit
    having count(v.target) > 0
),
shared as (
    select l.words, m.numbers
    from listed as l
    join measured as m using (initiative_id)
    group by l.words, m.numbers
    having count(distinct l.initiative_id) > 1
),
alike as (
    -- Words that stand with several activities are one matter only where a target and its results are the same as well.
    select l.initiative_id, l.words, coalesce(min(s.numbers)::varchar, l.activity) as same
    from listed as l
    left join measured as m using (initiative_id)
    left join shared as s on s.words = l.words and s.numbers = m.numbers
    group by l.initiative_id, l.words, l.activity
)
select
    i.initiative_id,
    first_value(i.initiative_id) over matter as matter_id,
    row_number() over matter = 1 as is_head,
    count(*) over (partition by coalesce(a.words, i.initiative_id::varchar), a.same) as row_count
from initiative as i
left join alike as a using (initiative_id)
window matter as (partition by coalesce(a.words, i.initiative_id::varchar), a.same order by i.is_lead desc, i.number);
comment on view initiative_matter is 'the same matter listed more than once, by lead and supporting section or twice by one: rows of one program whose evaluations are the same in every year and that have the same activity or a target with the same results; matter_id: the initiative that stands for all (the lead first, is_head), row_count: how many rows it has';

create view initiative_year as
with place as (
    select i.plan_id, i.initiative_id, y.year
    from initiative as i
    join plan as p using (plan_id)
    join fiscal_year as y on y.year between p.first_year and p.last_year
),
judged as (
    select
        place.plan_id,
        place.initiative_id,
        place.year,
        o.* exclude (initiative_id, year),
        o.status = 'unmet' or o.is_carried_over as is_undone,
        lag(o.status) over years as previous_status,
        lag(o.is_carried_over) over years as was_carried_over
    from place
    left join outcome as o using (initiative_id, year)
    window years as (partition by place.plan_id, place.initiative_id order by place.year)
),
counted as (
    select
        *,
        count(*) filter (not coalesce(is_undone, false)) over (partition by plan_id, initiative_id order by year) as undone_island,
        count(*) filter (not coalesce(is_carried_over, false)) over (partition by plan_id, initiative_id order by year) as carried_island
    from judged
)
select
    plan_id,
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
    count(*) filter (is_undone) over (partition by plan_id, initiative_id, undone_island order by year)::integer as undone_run,
    count(*) filter (is_carried_over) over (partition by plan_id, initiative_id, carried_island order by year)::integer as carried_run,
    coalesce(status = 'unmet' and previous_status in ('met', 'implemented', 'under_study'), false) as is_worse,
    coalesce(previous_status = 'unmet' and status in ('met', 'implemented'), false) as is_better,
    case
        when not coalesce(was_carried_over, false) or is_carried_over or status is null then null
        when status in ('met', 'implemented') then 'resolved'
        when status in ('closed', 'unmet') then 'given_up'
        else 'other'
    end as carried_end
from counted;
comment on view initiative_year is 'every initiative in every year of its plan, with what became of it, the year before, how long it has been left undone, and how it stopped being carried over (carried_end_code); status is NULL in a year without an evaluation column';

create view initiative_waiting as
select o.initiative_id, o.year, min(l.initiative_id) as lead_id
from outcome as o
join initiative as i using (initiative_id)
join initiative as l
    on l.plan_id = i.plan_id
    and l.goal_code = i.goal_code
    and l.policy_code = i.policy_code
    and l.program_code = i.program_code
    and l.program_search_text = i.program_search_text
    and l.activity_search_text = i.activity_search_text
    and l.is_lead
where o.reason = 'dependency' and not i.is_lead
group by o.initiative_id, o.year;
comment on view initiative_waiting is 'years in which a supporting section left work undone because it waits for the section that leads the same work (lead_id)';

create view indicator_result as
with measured as (
    select
        i.plan_id,
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
    join initiative as i using (initiative_id)
    window earlier as (partition by i.plan_id, v.indicator_id order by v.year range between 1 preceding and 1 preceding)
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

create view target_outcome as
with stated as (
    select
        r.*,
        i.number,
        i.is_lead,
        m.matter_id,
        o.status,
        case
            when r.is_met then 'met'
            when not r.is_met then 'missed'
            when o.status is null then 'not_yet'
            when o.status = 'closed' then 'closed'
            when (o.status = 'unmet' and o.rule <> 'target_missed') or o.is_carried_over then 'not_carried_out'
            else 'no_number'
        end as state,
        r.is_doubtful or coalesce(r.is_met is null and o.is_doubtful, false) as is_state_doubtful,
        row_number() over (
            partition by r.initiative_id, r.year, r.unit, r.target, r.result order by r.position
        ) as occurrence
    from indicator_result as r
    join initiative as i using (initiative_id)
    join initiative_matter as m using (initiative_id)
    left join outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
    where r.target is not null
)
select
    indicator_id,
    year,
    initiative_id,
    matter_id,
    target,
    result,
    unit,
    attainment,
    state,
    is_state_doubtful as is_doubtful,
    row_number() over (
        partition by matter_id, year, unit, target, result, occurrence order by is_lead desc, number
    ) = 1 as is_counted
from stated;
comment on view target_outcome is 'every numeric target that was set for a year, with what became of it (target_state_code): one without a result is not carried out where the words say so, else without a number; is_counted: one of the targets that the same matter states in several rows';

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
