-- What people said and what does not fit the reading any more, so that it was not put in.
select
    c.number,
    coalesce(nullif(i.activity, ''), i.program_name, '') as activity,
    coalesce(i.department, '') as department,
    c.year,
    y.label,
    y.label_ja,
    c.item,
    c.place,
    c.expected,
    c.corrected,
    c.found,
    c.why,
    c.who,
    c.corrected_on,
    c.revision
from store.correction as c
left join store.initiative as i using (plan_id, number)
left join store.fiscal_year as y using (year)
where not c.is_applied
order by c.correction_id
