-- The key `inbox_told_once` is what makes every notification come once, however often its cause is seen.
CREATE TABLE IF NOT EXISTS inbox (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  told_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id BIGINT NOT NULL,
  kind INT NOT NULL,
  state INT NOT NULL,
  text VARCHAR(1000) NOT NULL,
  deal_id BIGINT NOT NULL,
  task_id BIGINT NOT NULL,
  deadline BIGINT,
  due_time BIGINT,
  create_time BIGINT,
  snooze_time BIGINT,
  occurrence INT NOT NULL,
  PRIMARY KEY (account_id, user_id, id),
  UNIQUE KEY inbox_told_once (account_id, user_id, told_key),
  KEY inbox_by_state (account_id, user_id, state, id),
  KEY inbox_by_age (state, create_time)
)
