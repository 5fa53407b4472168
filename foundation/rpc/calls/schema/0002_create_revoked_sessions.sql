-- Sessions that ended while an access token of theirs may still be valid.
CREATE TABLE IF NOT EXISTS revoked_sessions (
  account_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  revoke_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, session_id),
  KEY revoked_sessions_by_age (revoke_time)
)
