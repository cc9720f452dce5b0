-- Every numeric target that was set for a year, by what became of it; `matters` counts a target once that the same matter states in several rows.
with matching as (
    {matching}
)
select
    t.year,
    f.label,
    f.label_ja,
    count(*) as targets,
    count(*) filter (t.state = 'met') as met,
    count(*) filter (t.state = 'missed') as missed,
    count(*) filter (t.state = 'not_carried_out') as not_carried_out,
    count(*) filter (t.state = 'forecast') as forecast,
    count(*) filter (t.state = 'no_number') as no_number,
    count(*) filter (t.state = 'closed') as closed,
    count(*) filter (t.state = 'not_yet') as not_yet,
    count(*) filter (t.is_doubtful) as doubtful,
    count(*) filter (t.is_counted) as matters,
    count(*) filter (t.is_counted and t.state = 'met') as matters_met,
    count(*) filter (t.is_counted and t.state = 'missed') as matters_missed,
    count(*) filter (t.is_counted and t.state = 'not_carried_out') as matters_not_carried_out,
    count(*) filter (t.is_counted and t.state = 'forecast') as matters_forecast,
    count(*) filter (t.is_counted and t.state = 'no_number') as matters_no_number,
    count(*) filter (t.is_counted and t.state = 'closed') as matters_closed,
    count(*) filter (t.is_counted and t.state = 'not_yet') as matters_not_yet
from store.target_outcome as t
join matching using (initiative_id)
join store.fiscal_year as f using (year)
group by t.year, f.label, f.label_ja
order by t.year
