-- Who has said «Не мой регион» of which deal.
CREATE TABLE IF NOT EXISTS unsorted_hidings (
  account_id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, deal_id, user_id)
)
