-- See protos/voronka/notifier/v1/push_intent.proto. The default is for the programs of the release before.
ALTER TABLE pushes ADD COLUMN IF NOT EXISTS trouble INT NOT NULL DEFAULT 0, LOCK=NONE
