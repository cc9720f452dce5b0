from store.indicator_result as r
join matching using (initiative_id)
join store.initiative as i using (initiative_id)
join store.fiscal_year as f using (year)
left join store.quantity as t on t.quantity_id = r.target_quantity_id
left join store.quantity as a on a.quantity_id = r.result_quantity_id
