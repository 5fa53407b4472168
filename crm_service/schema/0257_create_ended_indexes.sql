-- Indexes that no field has any more; their values are being deleted.
CREATE TABLE IF NOT EXISTS ended_indexes (
  account_id BIGINT NOT NULL,
  index_id BIGINT NOT NULL,
  PRIMARY KEY (account_id, index_id)
)
