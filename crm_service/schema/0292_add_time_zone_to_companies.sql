ALTER TABLE companies
  ADD COLUMN IF NOT EXISTS time_zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD INDEX IF NOT EXISTS companies_by_responsible (account_id, responsible_user_id, id),
  LOCK=NONE
