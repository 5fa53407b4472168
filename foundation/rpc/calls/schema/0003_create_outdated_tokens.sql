-- Users whose rights have changed while an access token that tells of those before may still be valid: of the user as
-- before this etag.
CREATE TABLE IF NOT EXISTS outdated_tokens (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  user_etag BIGINT NOT NULL,
  change_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, user_id),
  KEY outdated_tokens_by_age (change_time)
)
