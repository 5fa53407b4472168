-- What the user's preferences said when it was made or shown again. `push`: whether it was to be pushed; NULL: made by the
-- release before, which pushed nothing. `discreet_text`: for devices; empty: as `push`. The defaults are for the programs
-- of that release.
ALTER TABLE inbox
  ADD COLUMN IF NOT EXISTS popup TINYINT NOT NULL DEFAULT 1,
  ADD COLUMN IF NOT EXISTS sound TINYINT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS push TINYINT NULL,
  ADD COLUMN IF NOT EXISTS discreet_text VARCHAR(300) NOT NULL DEFAULT ''
