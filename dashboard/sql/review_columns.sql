-- What is doubtful of the table as a whole: columns whose use is not sure, years that nobody names, rows of an older edition.
select f.kind, i.number, f.message, f.quote
from store.finding as f
left join store.initiative as i using (initiative_id)
where not f.is_settled
    and f.kind in ('column_doubtful', 'year_unknown', 'year_from_title', 'doubtful_match', 'heading_guessed')
order by f.kind, i.number nulls first, f.finding_id
