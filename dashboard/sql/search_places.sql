-- Every place that holds all words of a search ($find, parted by blanks), in the order of the table.
with matching as (
    {matching}
)
select
    i.number,
    i.program_code,
    i.program_name,
    {called},
    i.department,
    p.kind,
    p.year,
    y.label,
    p.text
from store.search_place as p
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join store.fiscal_year as y using (year)
where len(list_filter(string_split($find, ' '), lambda word: not contains(p.search_text, word))) = 0
order by i.number, list_position(['program', 'activity', 'baseline_goal'], p.kind) nulls last, p.year, p.kind, p.cell_id
