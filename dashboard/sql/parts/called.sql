coalesce(nullif(i.activity, ''), i.program_name) as activity
