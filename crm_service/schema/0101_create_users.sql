-- 0 in team_id and deputy_user_id: none. Empty locale and time_zone: the account's.
CREATE TABLE IF NOT EXISTS users (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  login VARCHAR(254) NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  role INT NOT NULL,
  state INT NOT NULL,
  locale VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  team_id BIGINT NOT NULL,
  deputy_user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
