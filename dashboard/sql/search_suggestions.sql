-- Words worth searching for, the $most frequent of each source: what indicators count, words in Latin letters (systems), sections.
with matching as (
    {matching}
),
place as (
    select p.initiative_id, p.text, p.search_text
    from store.search_place as p
    join matching using (initiative_id)
),
latin as (
    -- J-LIS is one name, and LIS none.
    select initiative_id, unnest(regexp_extract_all(text, '[A-Za-z]+(?:-[A-Za-z]+)*')) as word
    from place
),
candidate as (
    select distinct 1 as rank, 'indicator' as source, split_part(n.name, ' ', 1) as word
    from store.indicator as n
    join matching using (initiative_id)
    union all
    select 2, 'latin', mode(word)
    from latin
    where length(word) >= 3
    group by lower(word)
    union all
    select distinct 3, 'department', i.department
    from store.initiative as i
    join matching using (initiative_id)
),
counted as (
    select c.rank, c.source, c.word, count(*) as places, count(distinct p.initiative_id) as initiatives
    from candidate as c
    join place as p on contains(p.search_text, lower(c.word))
    group by all
),
told_apart as (
    -- 市ホームページ is no other search than ホームページ where both find the same places.
    select *
    from counted as longer
    where not exists (
        from counted as shorter
        where shorter.source = longer.source
            and shorter.word <> longer.word
            and contains(longer.word, shorter.word)
            and shorter.places = longer.places
    )
)
select source, word, places, initiatives
from told_apart
qualify row_number() over (partition by rank order by places desc, initiatives desc, word) <= $most
order by rank, places desc, initiatives desc, word
