-- Who stands in for whom. The defaults are for the programs of the release before, until the account is listed anew.
ALTER TABLE recipients
  ADD COLUMN IF NOT EXISTS role INT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS team_id BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS deputy_user_id BIGINT NOT NULL DEFAULT 0
