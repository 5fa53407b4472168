CREATE TABLE IF NOT EXISTS activities (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  kind INT NOT NULL,
  direction INT NOT NULL,
  channel INT NOT NULL,
  reached BOOLEAN NOT NULL,
  user_id BIGINT NOT NULL,
  time BIGINT NULL,
  -- Microseconds.
  duration BIGINT NULL,
  note TEXT NOT NULL,
  objection TEXT NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY activities_of_deal (account_id, deal_id, id)
)
