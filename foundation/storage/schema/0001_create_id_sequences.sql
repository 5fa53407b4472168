CREATE TABLE IF NOT EXISTS id_sequences (
  account_id BIGINT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The first id that nobody was given.
  next_id BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind)
)
