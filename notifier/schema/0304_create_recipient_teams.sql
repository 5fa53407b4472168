-- 0 in deputy_user_id: nobody.
CREATE TABLE IF NOT EXISTS recipient_teams (
  account_id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  head_user_id BIGINT NOT NULL,
  deputy_user_id BIGINT NOT NULL,
  PRIMARY KEY (account_id, team_id)
)
