-- The indicators of one initiative, as `indicator_series` tells them of all.
{points}
where p.number = $number
order by p.position, p.year
