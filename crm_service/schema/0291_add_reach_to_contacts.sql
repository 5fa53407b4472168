-- `do_not_disturb`: a serialised voronka.crm.v1.Contact.DoNotDisturb; NULL: they may be called.
ALTER TABLE contacts
  ADD COLUMN IF NOT EXISTS time_zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS preferred_channel INT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS preferred_hours VARCHAR(100) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS do_not_disturb BLOB NULL,
  LOCK=NONE
