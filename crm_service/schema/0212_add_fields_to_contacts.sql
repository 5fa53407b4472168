-- Values of the account's own fields: a serialised voronka.crm.v1.Contact that has only those.
ALTER TABLE contacts ADD COLUMN IF NOT EXISTS fields MEDIUMBLOB NOT NULL DEFAULT '', LOCK=NONE
