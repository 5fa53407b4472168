CREATE TABLE IF NOT EXISTS contacts (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  responsible_user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  update_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
