-- Bytes of all files of an account. Whoever adds or deletes content has locked its row.
CREATE TABLE IF NOT EXISTS file_totals (
  account_id BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (account_id)
)
