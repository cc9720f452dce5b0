-- The words of one initiative at their true places, in the order of the years, with the place they are printed at.
select
    c.kind,
    c.year,
    f.label,
    f.label_ja,
    c.printed_kind,
    c.printed_year,
    p.label as printed_label,
    c.text,
    c.span_start,
    c.is_moved,
    c.confidence,
    c.rule,
    c.column_heading
from store.cell as c
join store.initiative as i using (initiative_id)
left join store.fiscal_year as f on f.year = c.year
left join store.fiscal_year as p on p.year = c.printed_year
where i.number = $number
order by c.year nulls first, c.kind, c.cell_id
