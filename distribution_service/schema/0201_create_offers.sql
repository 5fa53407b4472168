-- What was planned for each deal and what came of it; the standing offer itself is part of the deal.
CREATE TABLE IF NOT EXISTS offers (
  account_id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  attempt INT NOT NULL,
  queue_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  state INT NOT NULL,
  deadline BIGINT NULL,
  create_time BIGINT NOT NULL,
  end_time BIGINT NULL,
  costs_turn BOOLEAN NOT NULL,
  round INT NOT NULL,
  deal_epoch BIGINT NOT NULL,
  take_within BIGINT NULL,
  user_disabled BOOLEAN NOT NULL,
  PRIMARY KEY (account_id, deal_id, attempt),
  KEY offers_by_time (account_id, create_time, deal_id, attempt),
  KEY offers_by_user (account_id, user_id, create_time),
  KEY offers_by_state (account_id, state)
)
