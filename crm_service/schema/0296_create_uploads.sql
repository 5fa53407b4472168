CREATE TABLE IF NOT EXISTS uploads (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  entity INT NOT NULL,
  entity_id BIGINT NOT NULL,
  name VARCHAR(255) NOT NULL,
  size BIGINT NOT NULL,
  received BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY old_uploads (create_time)
)
