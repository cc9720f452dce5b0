-- Whether any row that the filter lets through has columns of indicators or values: its form is no table of words alone.
with matching as (
    {matching}
),
standing as (
    select i.*
    from store.initiative as i
    join matching using (initiative_id)
    where not i.is_ended
)
select
    exists (from standing where measure_printed <> '' or unit_printed <> '')
    or exists (
        from store.cell as c
        join standing using (initiative_id)
        where c.column_heading is not null
    ) as has_any
