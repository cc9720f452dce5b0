select i.initiative_id
from store.initiative as i
join store.initiative_search as s using (initiative_id)
join store.initiative_part as p using (initiative_id)
where ($lead::boolean is null or i.is_lead = $lead::boolean)
    and (len($departments::varchar[]) = 0 or list_contains($departments::varchar[], i.department))
    and ($scope::varchar is null or $scope::varchar in (p.goal_code, p.policy_code, p.program_key))
    and (
        not $doubtful::boolean
        or i.initiative_id in (select initiative_id from store.initiative_year where is_doubtful)
        or i.initiative_id in (select initiative_id from store.indicator_result where is_doubtful)
    )
    and (
        len($words::varchar[]) = 0
        or len(list_filter($words::varchar[], lambda word: not contains(s.search_text, word))) = 0
    )
