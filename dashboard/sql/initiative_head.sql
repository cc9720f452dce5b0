-- What the table says of one initiative before its years.
select
    i.* replace (
        {called}
    ),
    d.title as document,
    d.file_name
from store.initiative as i
join store.document as d using (document_id)
where i.number = $number
