-- Printed cells whose words were put elsewhere and that nobody has confirmed, each with where its pieces stand.
with matching as (
    {matching}
)
select
    i.number,
    i.activity,
    i.department,
    c.printed_kind,
    c.printed_year,
    p.label as printed_label,
    list({'kind': c.kind, 'year': c.year, 'label': y.label, 'text': c.text} order by c.span_start) as pieces,
    min(c.confidence) as confidence,
    any_value(c.rule order by c.is_moved desc) as rule
from store.cell as c
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
left join store.fiscal_year as p on p.year = c.printed_year
left join store.fiscal_year as y on y.year = c.year
where c.rule <> 'correction' and not c.is_confirmed and length(trim(c.text)) > 0
group by i.number, i.activity, i.department, c.printed_kind, c.printed_year, p.label
having bool_or(c.is_moved)
order by i.number, c.printed_year, c.printed_kind
