-- Values of the account's own fields: a serialised voronka.crm.v1.Deal that has only those.
ALTER TABLE deals ADD COLUMN IF NOT EXISTS fields MEDIUMBLOB NOT NULL DEFAULT '', LOCK=NONE
