ALTER TABLE contacts
  ADD INDEX IF NOT EXISTS contacts_by_responsible (account_id, responsible_user_id, id),
  ADD INDEX IF NOT EXISTS contacts_by_name (account_id, name(40)),
  LOCK=NONE
