CREATE TABLE IF NOT EXISTS files (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  entity INT NOT NULL,
  entity_id BIGINT NOT NULL,
  name VARCHAR(255) NOT NULL,
  media_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size BIGINT NOT NULL,
  -- Hexadecimal.
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  -- NULL: it was not removed.
  delete_time BIGINT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY files_of_entity (account_id, entity, entity_id, id),
  KEY files_by_content (account_id, sha256),
  KEY removed_files (delete_time)
)
