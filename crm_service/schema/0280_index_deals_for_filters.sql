ALTER TABLE deals
  ADD KEY IF NOT EXISTS deals_by_responsible (account_id, responsible_user_id, state, id),
  ADD KEY IF NOT EXISTS deals_by_create_time (account_id, create_time, id),
  ADD KEY IF NOT EXISTS deals_by_update_time (account_id, update_time, id),
  ADD KEY IF NOT EXISTS deals_by_stage_enter_time (account_id, stage_enter_time, id),
  ADD KEY IF NOT EXISTS deals_by_close_time (account_id, close_time, id),
  ADD KEY IF NOT EXISTS deals_by_amount (account_id, amount_minor, id),
  LOCK=NONE
