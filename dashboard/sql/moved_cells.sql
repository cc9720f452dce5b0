with matching as (
    {matching}
)
select
    i.number,
    {called},
    c.printed_kind,
    printed.label as printed_label,
    c.kind,
    own.label as own_label,
    c.confidence,
    c.rule,
    c.text
from store.cell as c
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join store.fiscal_year as printed on printed.year = c.printed_year
left join store.fiscal_year as own on own.year = c.year
where c.is_moved and c.text <> ''
order by i.number, c.cell_id
