-- When a snoozed notification was shown again. NULL: it never was. The age of an unread one counts from then.
ALTER TABLE inbox ADD COLUMN IF NOT EXISTS shown_time BIGINT NULL
