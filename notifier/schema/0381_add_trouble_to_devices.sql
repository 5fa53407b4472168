-- What `refusal` means, as PushIntent.trouble. The default is for the programs of the release before.
ALTER TABLE devices ADD COLUMN IF NOT EXISTS trouble INT NOT NULL DEFAULT 0, LOCK=NONE
