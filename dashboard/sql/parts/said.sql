select
    c.initiative_id,
    c.kind,
    c.year,
    string_agg(c.text, ' ' order by c.cell_id) as words,
    string_agg(c.search_text, '' order by c.cell_id) as folded
from store.cell as c
where c.search_text <> '' and c.initiative_id in (select initiative_id from told)
group by c.initiative_id, c.kind, c.year
