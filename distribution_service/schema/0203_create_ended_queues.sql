-- Whom the deals go to that come back from the offers of a queue which has ended: a serialised UserList.
CREATE TABLE IF NOT EXISTS ended_queues (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  escalate_to BLOB NOT NULL,
  end_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
