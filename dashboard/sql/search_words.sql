-- Each word of a search ($find, parted by blanks) by itself: in how many places of the initiatives in force it stands.
with matching as (
    {matching}
),
place as (
    select p.initiative_id, p.search_text
    from store.search_place as p
    join matching using (initiative_id)
),
word as (
    select unnest(string_split($find, ' ')) as word, generate_subscripts(string_split($find, ' '), 1) as position
)
select word.word, count(place.initiative_id) as places, count(distinct place.initiative_id) as initiatives
from word
left join place on contains(place.search_text, word.word)
group by word.word, word.position
order by word.position
