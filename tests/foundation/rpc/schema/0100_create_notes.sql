CREATE TABLE IF NOT EXISTS notes (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (account_id, id)
)
