-- What was told of a year's words and casts doubt on what was read of them, by row, year and kind, while nobody has looked at it.
with matching as (
    {matching}
)
select
    i.number,
    {called},
    i.department,
    f.year,
    y.label,
    y.label_ja,
    f.kind,
    list(f.quote order by f.finding_id) as quotes,
    string_agg(distinct f.message, '\n' order by f.message) as said
from store.finding as f
join store.finding_kind_code as k on k.code = f.kind
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
join store.fiscal_year as y using (year)
where k.casts_doubt_on = 'year' and not f.is_settled
group by i.number, i.activity, i.program_name, i.department, f.year, y.label, y.label_ja, f.kind
order by f.year desc, i.number, f.kind
