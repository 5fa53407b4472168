-- What a reader commits before it serves what it has read: see LogTail.
CREATE TABLE IF NOT EXISTS event_heartbeats (
  reader VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  beat_time BIGINT NOT NULL,
  PRIMARY KEY (reader)
)
