select i.initiative_id
from store.initiative as i
join store.initiative_search as s using (initiative_id)
join store.initiative_part as p using (initiative_id)
where ($lead::boolean is null or i.is_lead = $lead::boolean)
    and (len($departments::varchar[]) = 0 or list_contains($departments::varchar[], i.department))
    and ($scope::varchar is null or $scope::varchar in (p.goal_code, p.policy_code, p.program_key))
    and len(list_filter($words::varchar[], lambda word: not contains(s.search_text, word))) = 0
