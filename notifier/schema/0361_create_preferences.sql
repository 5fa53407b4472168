-- No row: the user has chosen nothing. `quiet_hours` is a message.
CREATE TABLE IF NOT EXISTS preferences (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  quiet_hours VARBINARY(100) NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, user_id)
)
