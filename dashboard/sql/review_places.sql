-- Printed cells whose words were put elsewhere and that nobody has confirmed, each with where its pieces stand.
with matching as (
    {matching}
),
moved as (
    select distinct initiative_id, printed_kind, printed_year
    from store.cell
    join matching using (initiative_id)
    where is_moved and rule <> 'correction' and not is_confirmed and search_text <> ''
)
select
    i.number,
    {called},
    i.department,
    c.printed_kind,
    c.printed_year,
    p.label as printed_label,
    list({'kind': c.kind, 'year': c.year, 'label': y.label} order by c.span_start) as pieces,
    min(c.confidence) as confidence,
    any_value(c.rule order by c.is_moved desc) as rule
from moved as m
join store.cell as c
    on c.initiative_id = m.initiative_id
    and c.printed_kind = m.printed_kind
    and c.printed_year is not distinct from m.printed_year
join store.initiative as i on i.initiative_id = m.initiative_id
left join store.fiscal_year as p on p.year = c.printed_year
left join store.fiscal_year as y on y.year = c.year
where c.rule <> 'correction' and not c.is_confirmed and c.search_text <> ''
group by i.number, i.activity, i.program_name, i.department, c.printed_kind, c.printed_year, p.label
order by i.number, c.printed_year, c.printed_kind
