-- The link through which a user may set their password: of its secret only the SHA-256 is kept. One for each user, and
-- none once it is used. It stays when it has expired, so that whoever opens it can be told.
CREATE TABLE IF NOT EXISTS password_links (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  expire_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, user_id)
)
