-- The counter of each partition: the last offset given, and the first that retention has left.
CREATE TABLE IF NOT EXISTS event_partitions (
  partition_id INT NOT NULL,
  head BIGINT NOT NULL,
  first_offset BIGINT NOT NULL,
  PRIMARY KEY (partition_id)
)
