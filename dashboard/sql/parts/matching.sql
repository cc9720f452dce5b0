select initiative_id
from store.initiative_search
where ($lead::boolean is null or is_lead = $lead::boolean)
    and (len($departments::varchar[]) = 0 or list_contains($departments::varchar[], department))
    and ($scope::varchar is null or $scope::varchar in (goal_code, policy_code, program_key))
    and (not $doubtful::boolean or is_doubtful)
    and (
        len($words::varchar[]) = 0
        or len(list_filter($words::varchar[], lambda word: not contains(search_text, word))) = 0
    )
