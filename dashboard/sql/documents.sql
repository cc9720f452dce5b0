select
    d.title,
    p.body,
    p.title as plan_title,
    d.origin,
    d.licence,
    d.file_name,
    d.read_on,
    d.sha256,
    d.row_count,
    d.loaded_at,
    b.duckdb_version
from store.document as d
join store.plan as p using (plan_id)
cross join store.build as b
order by d.document_id
