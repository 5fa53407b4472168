-- Accounts whose people and tasks are still to be listed anew.
CREATE TABLE IF NOT EXISTS relistings (
  account_id BIGINT NOT NULL,
  PRIMARY KEY (account_id)
)
