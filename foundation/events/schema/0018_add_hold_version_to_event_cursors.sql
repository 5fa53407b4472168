-- Changes with the holds of the partition, so that who moves the cursor knows whether to read them again.
ALTER TABLE event_cursors ADD COLUMN IF NOT EXISTS hold_version BIGINT NOT NULL DEFAULT 0
