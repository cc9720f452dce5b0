-- How many doubts have been settled by people, by what was asked.
select
    case
        when c.item in ('finding', 'promise') then c.item
        when c.item = 'cell_place' or (c.item = 'confirmed' and c.year is null) then 'place'
        when c.item in ('status', 'is_carried_over', 'reason') or (c.item = 'confirmed' and c.place = '') then 'outcome'
        else 'figure'
    end as kind,
    count(distinct (c.number, c.year, if(c.item in ('status', 'is_carried_over', 'reason'), '', c.place))) as settled
from store.correction as c
where c.is_applied
group by kind
order by kind
