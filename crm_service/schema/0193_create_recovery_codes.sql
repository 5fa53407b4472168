-- Recovery codes that have not been used: the SHA-256 of each.
CREATE TABLE IF NOT EXISTS recovery_codes (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (account_id, user_id, hash)
)
