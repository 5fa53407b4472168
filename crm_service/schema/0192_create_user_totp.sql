-- What a user's app and we compute one-time codes from. The secret is kept as it is, because it has to be computed with.
-- Until users.totp_enabled is set, the user has not shown yet that the app has it. last_step: the time step of the last
-- code that was accepted; 0: none.
CREATE TABLE IF NOT EXISTS user_totp (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  secret VARBINARY(64) NOT NULL,
  last_step BIGINT NOT NULL,
  PRIMARY KEY (account_id, user_id)
)
