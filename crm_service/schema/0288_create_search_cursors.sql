-- How far the search has followed the event log. Whoever writes the words of an account locks the row of its partition.
CREATE TABLE IF NOT EXISTS search_cursors (
  partition_id INT NOT NULL,
  offset_id BIGINT NOT NULL,
  PRIMARY KEY (partition_id)
)
