-- The default is for the programs of the release before.
ALTER TABLE recipient_defaults ADD COLUMN IF NOT EXISTS push_details TINYINT NOT NULL DEFAULT 0
