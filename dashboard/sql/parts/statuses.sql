count(*) as initiatives,
count(*) filter (c.status = 'met') as met,
count(*) filter (c.status = 'unmet') as unmet,
count(*) filter (c.status = 'implemented') as implemented,
count(*) filter (c.status = 'under_study') as under_study,
count(*) filter (c.status = 'closed') as closed,
count(*) filter (c.status = 'not_reported') as not_reported,
count(*) filter (c.is_carried_over) as carried_over
