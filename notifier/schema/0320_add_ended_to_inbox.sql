-- Whether what the notification tells of has ended. The default is for the programs of the release before.
ALTER TABLE inbox
  ADD COLUMN IF NOT EXISTS ended TINYINT NOT NULL DEFAULT 0
