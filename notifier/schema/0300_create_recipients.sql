CREATE TABLE IF NOT EXISTS recipients (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  locale VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active TINYINT NOT NULL,
  PRIMARY KEY (account_id, user_id)
)
