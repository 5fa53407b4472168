CREATE TABLE IF NOT EXISTS timeline (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  kind INT NOT NULL,
  create_time BIGINT NOT NULL,
  actor_user_id BIGINT NOT NULL,
  actor_service VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id BIGINT NOT NULL,
  text TEXT NOT NULL,
  from_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  deadline BIGINT NULL,
  task_id BIGINT NOT NULL,
  inquiry_id BIGINT NOT NULL,
  PRIMARY KEY (account_id, deal_id, id),
  KEY timeline_by_time (account_id, deal_id, create_time, id)
)
