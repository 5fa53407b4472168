-- argon2id, with its parameters and salt.
CREATE TABLE IF NOT EXISTS user_passwords (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, user_id)
)
