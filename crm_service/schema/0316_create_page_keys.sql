-- What page tokens are sealed with, for all replicas: one row.
CREATE TABLE IF NOT EXISTS page_keys (
  id TINYINT NOT NULL,
  value BINARY(32) NOT NULL,
  PRIMARY KEY (id)
)
