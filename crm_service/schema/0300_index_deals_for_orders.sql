-- By what a move does not change.
ALTER TABLE deals
  ADD KEY IF NOT EXISTS deals_by_name (account_id, name, id),
  ADD KEY IF NOT EXISTS deals_by_responsible_in_order (account_id, responsible_user_id, id),
  LOCK=NONE
