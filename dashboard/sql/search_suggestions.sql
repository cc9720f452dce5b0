-- Words worth searching for, the $most frequent of each source: what indicators count, words in Latin letters (systems), sections.
with matching as (
    {matching}
),
found as (
    select w.*
    from store.search_word as w
    join matching using (initiative_id)
),
counted as (
    select source, word, sum(places)::bigint as places, count(*) filter (places > 0) as initiatives
    from found
    group by source, word
    having bool_or(is_own) and sum(places) > 0
),
told_apart as (
    -- 市ホームページ is no other search than ホームページ where both find the same places.
    select *
    from counted as longer
    where not exists (
        from counted as shorter
        where shorter.source = longer.source
            and shorter.places = longer.places
            and shorter.word <> longer.word
            and contains(longer.word, shorter.word)
    )
)
select source, word, places, initiatives
from told_apart
qualify row_number() over (partition by source order by places desc, initiatives desc, word) <= $most
order by list_position(['indicator', 'latin', 'department'], source), places desc, initiatives desc, word
