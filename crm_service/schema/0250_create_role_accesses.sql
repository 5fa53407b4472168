-- What roles may read. No row: everything.
CREATE TABLE IF NOT EXISTS role_accesses (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  role INT NOT NULL,
  deals INT NOT NULL,
  contacts INT NOT NULL,
  companies INT NOT NULL,
  export_forbidden BOOLEAN NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
)
