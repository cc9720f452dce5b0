-- The editions that the plan was read from, with the changes that each made, the newest first.
select
    d.edition,
    d.title,
    d.file_name,
    d.read_on,
    (select count(*) from store.edition_change as c where c.document_id = d.document_id) as changes
from store.document as d
order by d.edition desc
