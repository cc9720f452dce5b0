-- Every piece of text at its true place, with the place it is printed at.
with matching as (
    {matching}
)
select
    i.number,
    c.kind,
    c.year,
    f.label_ja,
    c.text,
    c.is_moved,
    c.printed_kind,
    c.printed_year,
    p.label_ja as printed_label_ja,
    c.confidence,
    c.rule
from store.cell as c
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
left join store.fiscal_year as f on f.year = c.year
left join store.fiscal_year as p on p.year = c.printed_year
where c.text <> ''
order by i.number, c.year nulls first, c.kind, c.cell_id
