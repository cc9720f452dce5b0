-- What the pages and analysts' tools ask again and again, worked out once when the store is built: a query that stands on views
-- of views takes DuckDB longer to plan than to answer. The loader executes this after the tables of schema.sql are filled. What
-- follows from them is made anew with every store, so no foreign key ties it to them.

create table initiative_part (
    plan_id integer not null,
    initiative_id integer primary key,
    number integer not null,
    goal_code varchar not null,
    policy_code varchar not null,
    program_key varchar not null,
    program_name varchar not null
);
comment on table initiative_part is 'where an initiative stands in the plan; a program without a code that holds several is told by its name (program_key)';
comment on column initiative_part.plan_id is 'the plan';
comment on column initiative_part.initiative_id is 'the initiative';
comment on column initiative_part.number is 'its number';
comment on column initiative_part.goal_code is 'its goal';
comment on column initiative_part.policy_code is 'its policy';
comment on column initiative_part.program_key is 'what its program is told by: the code, else its name where it holds several; empty for a single initiative';
comment on column initiative_part.program_name is 'name of the program';
insert into initiative_part by name
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

create table initiative_matter (
    initiative_id integer primary key,
    matter_id integer not null,
    is_head boolean not null,
    row_count bigint not null
);
comment on table initiative_matter is 'the same matter listed more than once, by lead and supporting section or twice by one: rows of one program whose evaluations are the same in every year and that have the same activity or a target with the same results; matter_id: the initiative that stands for all (the lead first, is_head), row_count: how many rows it has';
comment on column initiative_matter.initiative_id is 'the initiative';
comment on column initiative_matter.matter_id is 'the initiative that stands for all rows of the same matter';
comment on column initiative_matter.is_head is 'whether that is this one';
comment on column initiative_matter.row_count is 'how many rows the matter has';
insert into initiative_matter by name
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

create table initiative_year (
    plan_id integer not null,
    initiative_id integer not null,
    year integer not null,
    status varchar,
    is_carried_over boolean,
    is_undone boolean,
    reason varchar,
    reason_quote varchar,
    evidence varchar,
    rule varchar,
    confidence double,
    is_doubtful boolean,
    is_corrected boolean,
    previous_status varchar,
    was_carried_over boolean,
    undone_run integer not null,
    carried_run integer not null,
    is_worse boolean not null,
    is_better boolean not null,
    carried_end varchar,
    carried_rule varchar,
    is_judged boolean,
    targets_judged bigint not null,
    targets_met bigint not null,
    primary key (initiative_id, year)
);
comment on table initiative_year is 'every initiative in every year of its plan, with what became of it, the year before, how long it has been left undone, and how it stopped being carried over (carried_end_code); status is NULL in a year without an evaluation column';
comment on column initiative_year.plan_id is 'the plan';
comment on column initiative_year.initiative_id is 'the initiative';
comment on column initiative_year.year is 'the fiscal year';
comment on column initiative_year.status is 'what became of it; NULL in a year without an evaluation column';
comment on column initiative_year.is_carried_over is '繰越: left undone and goes on';
comment on column initiative_year.is_undone is 'unmet or carried over';
comment on column initiative_year.reason is 'why it was left undone, where the text says so';
comment on column initiative_year.reason_quote is 'the words that give the reason, verbatim';
comment on column initiative_year.evidence is 'the words that decided, verbatim';
comment on column initiative_year.rule is 'the rule that decided the status';
comment on column initiative_year.confidence is 'how sure the status is, 0 to 1';
comment on column initiative_year.is_doubtful is 'whether the judgement is to be checked';
comment on column initiative_year.is_corrected is 'whether a person said something else than was concluded';
comment on column initiative_year.previous_status is 'status of the year before';
comment on column initiative_year.was_carried_over is 'is_carried_over of the year before';
comment on column initiative_year.undone_run is 'for how many years on end it has been undone, this one included';
comment on column initiative_year.carried_run is 'for how many years on end it has been carried over, this one included';
comment on column initiative_year.is_worse is 'unmet after a year that was not';
comment on column initiative_year.is_better is 'met or implemented after a year that was unmet';
comment on column initiative_year.carried_end is 'how it stopped being carried over, in the year in which it did';
comment on column initiative_year.carried_rule is 'the rule that decided is_carried_over';
comment on column initiative_year.is_judged is 'whether the year counts where shares of what was left undone are told: neither ended nor without a report, or left undone';
comment on column initiative_year.targets_judged is 'how many of its numeric targets can be judged';
comment on column initiative_year.targets_met is 'how many of them were met';
insert into initiative_year by name
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
),
measured as (
    select n.initiative_id, v.year, count(v.is_met) as targets_judged, count(*) filter (v.is_met) as targets_met
    from indicator_year as v
    join indicator as n using (indicator_id)
    group by n.initiative_id, v.year
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
    end as carried_end,
    carried_rule,
    status not in ('closed', 'not_reported') or is_undone as is_judged,
    coalesce(targets_judged, 0) as targets_judged,
    coalesce(targets_met, 0) as targets_met
from counted
left join measured using (initiative_id, year);

create table initiative_waiting (
    initiative_id integer not null,
    year integer not null,
    lead_id integer not null,
    primary key (initiative_id, year)
);
comment on table initiative_waiting is 'years in which a supporting section left work undone because it waits for the section that leads the same work (lead_id)';
comment on column initiative_waiting.initiative_id is 'the initiative of the supporting section';
comment on column initiative_waiting.year is 'the fiscal year';
comment on column initiative_waiting.lead_id is 'the initiative of the section that leads';
insert into initiative_waiting by name
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

create table place_words (
    cell_id integer primary key,
    initiative_id integer not null,
    kind varchar not null,
    year integer,
    words varchar not null,
    ends_work boolean not null
);
comment on table place_words is 'all words that belong to a place of an initiative, a plan or an evaluation of a year, as one text; places without words are left out';
comment on column place_words.cell_id is 'the first of its cells';
comment on column place_words.initiative_id is 'the initiative';
comment on column place_words.kind is 'baseline_goal, plan or result';
comment on column place_words.year is 'the fiscal year; NULL of baseline_goal';
comment on column place_words.words is 'its cells, verbatim, in their order';
comment on column place_words.ends_work is 'whether the last of them ends the work';
insert into place_words by name
select
    min(cell_id) as cell_id,
    initiative_id,
    kind,
    year,
    string_agg(text, ' ' order by cell_id) as words,
    arg_max(ends_work, cell_id) as ends_work
from cell
where search_text <> ''
group by initiative_id, kind, year;

create table indicator_result (
    plan_id integer not null,
    indicator_id integer not null,
    year integer not null,
    initiative_id integer not null,
    position integer not null,
    name varchar not null,
    unit varchar,
    direction varchar not null,
    is_cumulative boolean not null,
    baseline double,
    final_goal double,
    target double,
    first_target double,
    result double,
    attainment double,
    is_met boolean,
    is_forecast boolean not null,
    target_quantity_id integer,
    result_quantity_id integer,
    confidence double not null,
    is_doubtful boolean not null,
    gap double,
    progress double,
    previous_year integer,
    previous_result double,
    previous_target double,
    previous_is_met boolean,
    previous_attainment double,
    band varchar,
    is_worse boolean not null,
    is_better boolean not null,
    said varchar,
    primary key (indicator_id, year)
);
comment on table indicator_result is 'target and result of an indicator in a year, with the year before; gap: how far the result is above (+) or short of (-) the target, lower-is-better turned round; band: its step of the scale (band_code), NULL where nothing can be judged; progress: share of the planned way from the baseline that was gone';
comment on column indicator_result.plan_id is 'the plan';
comment on column indicator_result.indicator_id is 'the indicator';
comment on column indicator_result.year is 'the fiscal year';
comment on column indicator_result.initiative_id is 'the row that it was read from';
comment on column indicator_result.position is 'order of the indicator within the row, from 1';
comment on column indicator_result.name is 'name of the indicator';
comment on column indicator_result.unit is 'unit; NULL where none is written';
comment on column indicator_result.direction is 'up: more is better; down: less is better';
comment on column indicator_result.is_cumulative is 'whether its values are a standing count';
comment on column indicator_result.baseline is '現状 before the plan';
comment on column indicator_result.final_goal is 'goal for the end of the plan';
comment on column indicator_result.target is '目標 of the year, as last stated; NULL where none is stated';
comment on column indicator_result.first_target is 'the target as first stated, where it was moved later';
comment on column indicator_result.result is '実績 of the year; NULL where none is reported';
comment on column indicator_result.attainment is 'result / target, 1.0 = 100 %; NULL where it cannot be said';
comment on column indicator_result.is_met is 'whether the target was reached; NULL where target or result is missing';
comment on column indicator_result.is_forecast is 'whether the result is what the body expects (実績見込): no target is judged by it';
comment on column indicator_result.target_quantity_id is 'the number that target was read from';
comment on column indicator_result.result_quantity_id is 'the number that result was read from';
comment on column indicator_result.confidence is 'how sure target and result and their tie are, 0 to 1';
comment on column indicator_result.is_doubtful is 'whether they are to be checked';
comment on column indicator_result.gap is 'how far the result is above (+) or short of (-) the target, lower-is-better turned round';
comment on column indicator_result.progress is 'share of the planned way from the baseline that was gone';
comment on column indicator_result.previous_year is 'the year before, where the indicator has it';
comment on column indicator_result.previous_result is 'result of the year before';
comment on column indicator_result.previous_target is 'target of the year before';
comment on column indicator_result.previous_is_met is 'is_met of the year before';
comment on column indicator_result.previous_attainment is 'attainment of the year before';
comment on column indicator_result.band is 'its step of the scale; NULL where nothing can be judged';
comment on column indicator_result.is_worse is 'missed after a year in which it was met';
comment on column indicator_result.is_better is 'met after a year in which it was missed';
comment on column indicator_result.said is 'the words that tell what became of the year, verbatim, behind the cause where they do not name it: those around the result where the numbers alone tell a miss, else the initiative''s evidence';
insert into indicator_result by name
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
        v.is_forecast,
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
),
missed as (
    -- The initiative's evidence may be of another indicator where its numbers alone tell a miss.
    select m.indicator_id, m.year, m.result_quantity_id as quantity_id
    from measured as m
    join outcome as o on o.initiative_id = m.initiative_id and o.year = m.year
    where o.rule = 'target_missed' and not m.is_met
),
around as (
    select
        m.indicator_id,
        m.year,
        trim(
            regexp_extract(left(c.text, q.span_start - c.span_start), '(【[^【】]*】)?[^【】。]*$')
            || q.quote
            || regexp_extract(substr(c.text, q.span_end - c.span_start + 1), '^[^【】。\s]*。?')
        ) as words
    from missed as m
    join quantity as q using (quantity_id)
    join cell as c
        on c.initiative_id = q.initiative_id
        and c.printed_kind = q.printed_kind
        and c.printed_year is not distinct from q.printed_year
        and q.span_start >= c.span_start
        and q.span_end <= c.span_end
),
told as (
    select m.indicator_id, m.year, o.reason_quote, coalesce(a.words, o.evidence) as words
    from measured as m
    join outcome as o on o.initiative_id = m.initiative_id and o.year = m.year
    left join around as a on a.indicator_id = m.indicator_id and a.year = m.year
)
select
    measured.*,
    case
        when is_met then (select code from band_code order by position limit 1)
        when not is_met then (
            select code from band_code where position > 1 and coalesce(measured.attainment, 0) >= at_least order by position limit 1
        )
    end as band,
    coalesce(previous_is_met and not is_met, false) as is_worse,
    coalesce(not previous_is_met and is_met, false) as is_better,
    case when contains(told.words, told.reason_quote) then told.words else told.reason_quote || '…' || told.words end as said
from measured
left join told using (indicator_id, year);

create table target_outcome (
    indicator_id integer not null,
    year integer not null,
    initiative_id integer not null,
    matter_id integer not null,
    target double not null,
    result double,
    unit varchar,
    attainment double,
    state varchar not null,
    is_doubtful boolean not null,
    is_counted boolean not null,
    primary key (indicator_id, year)
);
comment on table target_outcome is 'every numeric target that was set for a year, with what became of it (target_state_code): one without a result is not carried out where the words say so, else without a number; one whose result is only expected is a forecast; is_counted: one of the targets that the same matter states in several rows';
comment on column target_outcome.indicator_id is 'the indicator';
comment on column target_outcome.year is 'the fiscal year';
comment on column target_outcome.initiative_id is 'the row that it was read from';
comment on column target_outcome.matter_id is 'the initiative that stands for the matter';
comment on column target_outcome.target is '目標 of the year';
comment on column target_outcome.result is '実績 of the year; NULL where none is reported';
comment on column target_outcome.unit is 'unit; NULL where none is written';
comment on column target_outcome.attainment is 'result / target, 1.0 = 100 %; NULL where it cannot be said';
comment on column target_outcome.state is 'what became of the target';
comment on column target_outcome.is_doubtful is 'whether that is to be checked';
comment on column target_outcome.is_counted is 'whether it counts: one of the targets that the same matter states in several rows';
insert into target_outcome by name
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
            when o.status = 'closed' then 'closed'
            when (o.status = 'unmet' and o.rule <> 'target_missed') or o.is_carried_over then 'not_carried_out'
            when r.is_forecast then 'forecast'
            when o.status is null then 'not_yet'
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

create table indicator_point (
    plan_id integer not null,
    indicator_id integer not null,
    year integer not null,
    label varchar not null,
    initiative_id integer not null,
    number integer not null,
    activity varchar not null,
    department varchar not null,
    position integer not null,
    name varchar not null,
    unit varchar,
    direction varchar not null,
    is_cumulative boolean not null,
    baseline double,
    final_goal double,
    target double,
    first_target double,
    result double,
    attainment double,
    is_met boolean,
    is_forecast boolean not null,
    progress double,
    is_doubtful boolean not null,
    doubt varchar,
    state varchar,
    is_counted boolean,
    status varchar,
    reason varchar,
    said varchar,
    target_quote varchar,
    target_kind varchar,
    target_label varchar,
    result_quote varchar,
    result_kind varchar,
    result_label varchar,
    primary key (indicator_id, year)
);
comment on table indicator_point is 'all that is told of an indicator in a year in one row: whose it is, its figures, what became of its target and of the initiative, why, and the words that the figures came from';
comment on column indicator_point.plan_id is 'the plan';
comment on column indicator_point.indicator_id is 'the indicator';
comment on column indicator_point.year is 'the fiscal year';
comment on column indicator_point.label is 'the year as it is called, H29';
comment on column indicator_point.initiative_id is 'the row that it was read from';
comment on column indicator_point.number is 'number of that row';
comment on column indicator_point.activity is 'what that row is called: its 実施内容, and the name of its 実施事業 where it has no more than that';
comment on column indicator_point.department is 'its section';
comment on column indicator_point.position is 'order of the indicator within the row, from 1';
comment on column indicator_point.name is 'name of the indicator';
comment on column indicator_point.unit is 'unit; NULL where none is written';
comment on column indicator_point.direction is 'up: more is better; down: less is better';
comment on column indicator_point.is_cumulative is 'whether its values are a standing count';
comment on column indicator_point.baseline is '現状 before the plan';
comment on column indicator_point.final_goal is 'goal for the end of the plan';
comment on column indicator_point.target is '目標 of the year, as last stated; NULL where none is stated';
comment on column indicator_point.first_target is 'the target as first stated, where it was moved later';
comment on column indicator_point.result is '実績 of the year; NULL where none is reported';
comment on column indicator_point.attainment is 'result / target, 1.0 = 100 %; NULL where it cannot be said';
comment on column indicator_point.is_met is 'whether the target was reached; NULL where target or result is missing';
comment on column indicator_point.is_forecast is 'whether the result is what the body expects (実績見込): no target is judged by it';
comment on column indicator_point.progress is 'share of the planned way from the baseline that was gone';
comment on column indicator_point.is_doubtful is 'whether target and result are to be checked';
comment on column indicator_point.doubt is 'what is told of a name that the document damaged';
comment on column indicator_point.state is 'what became of the target (target_state_code); NULL where none is stated';
comment on column indicator_point.is_counted is 'whether the target counts: one of those that the same matter states in several rows';
comment on column indicator_point.status is 'what became of the initiative''s year';
comment on column indicator_point.reason is 'why the initiative''s year was left undone, where the text says so';
comment on column indicator_point.said is 'of a target that was not met, the words that tell what became of the year (indicator_result)';
comment on column indicator_point.target_quote is 'the words that the target was read from, verbatim';
comment on column indicator_point.target_kind is 'under which heading they are printed';
comment on column indicator_point.target_label is 'of which year';
comment on column indicator_point.result_quote is 'the words that the result was read from, verbatim';
comment on column indicator_point.result_kind is 'under which heading they are printed';
comment on column indicator_point.result_label is 'of which year';
insert into indicator_point by name
with doubtful as (
    select initiative_id, quote, any_value(message) as message
    from finding
    where kind = 'misspelt_name'
    group by initiative_id, quote
)
select
    r.plan_id,
    r.indicator_id,
    r.year,
    f.label,
    r.initiative_id,
    i.number,
    coalesce(nullif(i.activity, ''), i.program_name) as activity,
    i.department,
    r.position,
    r.name,
    r.unit,
    r.direction,
    r.is_cumulative,
    r.baseline,
    r.final_goal,
    r.target,
    r.first_target,
    r.result,
    r.attainment,
    r.is_met,
    r.is_forecast,
    r.progress,
    r.is_doubtful,
    (
        select min(d.message)
        from doubtful as d
        where d.initiative_id = r.initiative_id and contains(r.name, d.quote)
    ) as doubt,
    u.state,
    u.is_counted,
    o.status,
    o.reason,
    case when r.target is not null and not coalesce(r.is_met, false) then r.said end as said,
    t.quote as target_quote,
    t.printed_kind as target_kind,
    tf.label as target_label,
    a.quote as result_quote,
    a.printed_kind as result_kind,
    af.label as result_label
from indicator_result as r
join initiative as i using (initiative_id)
join fiscal_year as f using (year)
left join outcome as o on o.initiative_id = r.initiative_id and o.year = r.year
left join target_outcome as u on u.indicator_id = r.indicator_id and u.year = r.year
left join quantity as t on t.quantity_id = r.target_quantity_id
left join quantity as a on a.quantity_id = r.result_quantity_id
left join fiscal_year as tf on tf.year = t.printed_year
left join fiscal_year as af on af.year = a.printed_year
order by i.number, r.position, r.year;

create table initiative_search (
    plan_id integer not null,
    initiative_id integer primary key,
    is_lead boolean not null,
    department varchar not null,
    goal_code varchar not null,
    policy_code varchar not null,
    program_key varchar not null,
    is_doubtful boolean not null,
    search_text varchar not null
);
comment on table initiative_search is 'what initiatives are looked for by: section, place in the plan, doubt, and all words, folded for search: ask contains() a word at a time';
comment on column initiative_search.plan_id is 'the plan';
comment on column initiative_search.initiative_id is 'the initiative';
comment on column initiative_search.is_lead is 'whether its section leads the work';
comment on column initiative_search.department is 'its section';
comment on column initiative_search.goal_code is 'its goal';
comment on column initiative_search.policy_code is 'its policy';
comment on column initiative_search.program_key is 'what its program is told by (initiative_part)';
comment on column initiative_search.is_doubtful is 'whether a judgement or a figure of any of its years is to be checked';
comment on column initiative_search.search_text is 'program, activity and all cells, NFKC and lower case';
insert into initiative_search by name
with said as (
    select initiative_id, string_agg(search_text, ' ' order by cell_id) as words
    from cell
    group by initiative_id
),
doubtful as (
    select initiative_id
    from initiative_year
    where is_doubtful
    union
    select initiative_id
    from indicator_result
    where is_doubtful
)
select
    i.plan_id,
    i.initiative_id,
    i.is_lead,
    i.department,
    p.goal_code,
    p.policy_code,
    p.program_key,
    d.initiative_id is not null as is_doubtful,
    concat_ws(' ', i.search_text, said.words) as search_text
from initiative as i
join initiative_part as p using (initiative_id)
left join said using (initiative_id)
left join doubtful as d using (initiative_id);

create table evaluation_likeness (
    initiative_id integer not null,
    year integer not null,
    likeness double not null,
    primary key (initiative_id, year)
);
comment on table evaluation_likeness is 'evaluations at least half of whose characters are the year before''s evaluation';
comment on column evaluation_likeness.initiative_id is 'the initiative';
comment on column evaluation_likeness.year is 'the fiscal year of the later evaluation';
comment on column evaluation_likeness.likeness is 'share of the characters that are the same, in their order: 1 where all are';
insert into evaluation_likeness by name
with said as (
    select initiative_id, year, string_agg(search_text, '' order by cell_id) as words
    from cell
    where kind = 'result' and search_text <> ''
    group by initiative_id, year
),
compared as (
    -- More signs than the longer has cannot be the same; what differs so much in length need not be compared.
    select now.initiative_id, now.year, now.words, before.words as before, greatest(length(now.words), length(before.words)) as signs
    from said as now
    join said as before on before.initiative_id = now.initiative_id and before.year = now.year - 1
    where least(length(now.words), length(before.words)) >= greatest(length(now.words), length(before.words)) / 2
)
select initiative_id, year, 1 - levenshtein(before, words) / signs as likeness
from compared
where levenshtein(before, words) / signs <= 0.5;

create table search_word (
    plan_id integer not null,
    source varchar not null,
    word varchar not null,
    initiative_id integer not null,
    places bigint not null,
    is_own boolean not null,
    primary key (initiative_id, source, word)
);
comment on table search_word is 'words worth searching for with the initiatives in which they occur: what indicators count (source indicator), words in Latin letters such as names of systems (latin), sections (department)';
comment on column search_word.plan_id is 'the plan';
comment on column search_word.source is 'what kind of word it is: indicator, latin, department';
comment on column search_word.word is 'the word, as it is spelled most often in the plan';
comment on column search_word.initiative_id is 'an initiative in which it occurs, or that is why it is here';
comment on column search_word.places is 'in how many places of the initiative it occurs: its cells, the names of its program and activity';
comment on column search_word.is_own is 'whether the initiative itself is why the word is here: it has the indicator, the letters, the section';
insert into search_word by name
with place as (
    select i.plan_id, c.initiative_id, c.text, c.search_text
    from cell as c
    join initiative as i using (initiative_id)
    union all by name
    select plan_id, initiative_id, program_name as text, program_search_text as search_text
    from initiative
    union all by name
    select plan_id, initiative_id, activity as text, activity_search_text as search_text
    from initiative
),
latin as (
    -- J-LIS is one name, and LIS none.
    select plan_id, initiative_id, unnest(regexp_extract_all(text, '[A-Za-z]+(?:-[A-Za-z]+)*')) as word
    from place
),
own as (
    select i.plan_id, 'indicator' as source, n.initiative_id, split_part(n.name, ' ', 1) as word, word as told_by
    from indicator as n
    join initiative as i using (initiative_id)
    union all
    select plan_id, 'latin', initiative_id, word, lower(word)
    from latin
    where length(word) >= 3
    union all
    select plan_id, 'department', initiative_id, department, department
    from initiative
),
candidate as (
    select plan_id, source, told_by, mode(word order by word) as word, lower(told_by) as folded
    from own
    group by plan_id, source, told_by
),
bearing as (
    select distinct plan_id, source, told_by, initiative_id, true as is_own
    from own
),
counted as (
    select c.plan_id, c.source, c.told_by, p.initiative_id, count(*) as places
    from candidate as c
    join place as p on p.plan_id = c.plan_id and contains(p.search_text, c.folded)
    group by all
)
select plan_id, source, c.word, initiative_id, coalesce(places, 0) as places, coalesce(is_own, false) as is_own
from counted
full join bearing using (plan_id, source, told_by, initiative_id)
join candidate as c using (plan_id, source, told_by);
