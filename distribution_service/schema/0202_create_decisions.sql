-- The journal: ids count from 1 in each deal.
CREATE TABLE IF NOT EXISTS decisions (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  attempt INT NOT NULL,
  kind INT NOT NULL,
  queue_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (account_id, deal_id, id)
)
