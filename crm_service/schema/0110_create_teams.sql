-- 0 in deputy_user_id: nobody.
CREATE TABLE IF NOT EXISTS teams (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  head_user_id BIGINT NOT NULL,
  deputy_user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
