-- Of refresh tokens only the SHA-256 is kept. previous_hash, previous_until and rotation_salt are NULL until the first
-- refresh: see sessions/refresh_rules.h.
CREATE TABLE IF NOT EXISTS sessions (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  client VARCHAR(100) NOT NULL,
  create_time BIGINT NOT NULL,
  refresh_time BIGINT NOT NULL,
  expire_time BIGINT NOT NULL,
  revoke_time BIGINT NULL,
  refresh_hash BINARY(32) NOT NULL,
  previous_hash BINARY(32) NULL,
  previous_until BIGINT NULL,
  rotation_salt BINARY(32) NULL,
  PRIMARY KEY (account_id, id),
  KEY sessions_by_user (account_id, user_id, id),
  KEY sessions_by_expiry (expire_time)
)
