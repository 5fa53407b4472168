CREATE TABLE IF NOT EXISTS accounts (
  id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  time_zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  locale VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `partition` INT NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (id)
)
