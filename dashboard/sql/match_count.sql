with matching as (
    {matching}
)
select
    (select count(*) from matching) as matching,
    (select count(*) from store.initiative) as total
