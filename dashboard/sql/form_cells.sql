-- The words of each place of the rows that the filter lets through, where they belong.
with matching as (
    {matching}
)
select
    i.number,
    c.kind,
    c.year,
    string_agg(c.text, ' ' order by c.cell_id) as words
from store.cell as c
join store.initiative as i using (initiative_id)
join matching using (initiative_id)
where not i.is_ended
group by i.number, c.kind, c.year
order by i.number, c.kind, c.year
