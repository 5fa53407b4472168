-- A push service knows one device by an address, so over the whole installation there is one of each. `refusal`: what the
-- push service said last if it refused; empty: it did not.
CREATE TABLE IF NOT EXISTS devices (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  vendor INT NOT NULL,
  name VARCHAR(100) NOT NULL,
  address VARCHAR(2000) NOT NULL,
  address_hash BINARY(32) NOT NULL,
  public_key VARBINARY(65) NOT NULL,
  auth_secret VARBINARY(16) NOT NULL,
  create_time BIGINT,
  seen_time BIGINT,
  refusal VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id),
  UNIQUE KEY device_of_session (account_id, session_id),
  UNIQUE KEY device_at_address (address_hash),
  KEY devices_of_user (account_id, user_id),
  KEY devices_by_seen (seen_time)
)
