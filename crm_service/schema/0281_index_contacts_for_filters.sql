ALTER TABLE contacts
  ADD KEY IF NOT EXISTS contacts_by_name_in_order (account_id, name, id),
  ADD KEY IF NOT EXISTS contacts_by_responsible (account_id, responsible_user_id, id),
  ADD KEY IF NOT EXISTS contacts_by_create_time (account_id, create_time, id),
  ADD KEY IF NOT EXISTS contacts_by_update_time (account_id, update_time, id),
  LOCK=NONE
