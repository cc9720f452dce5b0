select i.initiative_id
from store.initiative as i
join store.initiative_search as s using (initiative_id)
where ($lead::boolean is null or i.is_lead = $lead::boolean)
    and (len($departments::varchar[]) = 0 or list_contains($departments::varchar[], i.department))
    and ($scope::varchar is null or $scope::varchar in (i.goal_code, i.policy_code, i.program_code))
    and len(list_filter($words::varchar[], lambda word: not contains(s.search_text, word))) = 0
