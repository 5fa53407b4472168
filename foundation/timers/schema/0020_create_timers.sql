CREATE TABLE IF NOT EXISTS timers (
  account_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject BIGINT NOT NULL,
  slot BIGINT NOT NULL,
  shard INT NOT NULL,
  state INT NOT NULL,
  due BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (account_id, kind, subject, slot),
  KEY timers_by_due (shard, state, due)
)
