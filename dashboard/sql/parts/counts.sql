{statuses},
count(*) filter (c.is_judged) as judged,
count(*) filter (c.is_undone) as undone,
count(*) filter (c.is_undone) - coalesce(len(list_distinct(list(c.matter_id) filter (c.is_undone))), 0) as repeated,
count(*) filter (c.is_doubtful) as doubtful,
sum(c.targets_judged)::integer as targets_judged,
sum(c.targets_met)::integer as targets_met
