-- A stage has one queue. `turns` and `escalate_to` hold voronka.distribution.v1.Turns and UserList.
CREATE TABLE IF NOT EXISTS queues (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  turns BLOB NOT NULL,
  take_within BIGINT NOT NULL,
  escalate_to BLOB NOT NULL,
  paused BOOLEAN NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY queues_by_stage (account_id, pipeline, stage)
)
