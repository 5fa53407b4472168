CREATE TABLE IF NOT EXISTS events (
  partition_id INT NOT NULL,
  offset_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  topic BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  payload MEDIUMBLOB NOT NULL,
  PRIMARY KEY (partition_id, offset_id),
  KEY events_by_topic (account_id, topic, offset_id)
)
