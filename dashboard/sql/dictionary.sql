with named as (
    select table_name as name, 'table' as type, comment from duckdb_tables() where database_name = 'store'
    union all by name
    select view_name as name, 'view' as type, comment from duckdb_views() where database_name = 'store' and not internal
)
select
    named.type,
    named.name,
    named.comment as about,
    c.column_name,
    c.data_type,
    c.comment as column_about
from named
join duckdb_columns() as c on c.database_name = 'store' and c.table_name = named.name
order by named.type, named.name, c.column_index
