-- How far this service has followed the event log of the system of record.
CREATE TABLE IF NOT EXISTS event_cursors (
  partition_id INT NOT NULL,
  offset_id BIGINT NOT NULL,
  history VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (partition_id)
)
