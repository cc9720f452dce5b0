-- Every indicator in every year that has a target or a result, with what became of the initiative, why, and the words that the numbers came from.
with matching as (
    {matching}
)
{points}
join matching using (initiative_id)
order by p.number, p.position, p.year
