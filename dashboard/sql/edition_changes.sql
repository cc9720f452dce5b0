-- What each edition changed against the one before it, the newest first.
with matching as (
    {matching}
)
select
    d.edition,
    d.file_name,
    k.label_ja as kind,
    k.code,
    i.number,
    -- A project of one indicator may bear the indicator's name as its activity: the project is named before it.
    concat_ws('　', nullif(i.program_name, ''), nullif(nullif(i.activity, i.program_name), '')) as activity,
    i.department,
    f.label,
    e.subject,
    e.before,
    e.after,
    e.confidence
from store.edition_change as e
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.document as d on d.document_id = e.document_id
join store.change_kind_code as k on k.code = e.kind
left join store.fiscal_year as f on f.year = e.year
order by d.edition desc, k.position, i.number, e.year, e.change_id
