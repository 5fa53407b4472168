-- A queue is read and written as a whole: the definition is a serialised voronka.crm.v1.Queue. A stage has one.
CREATE TABLE IF NOT EXISTS queues (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  definition MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY queues_by_stage (account_id, pipeline, stage)
)
