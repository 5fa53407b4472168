-- Two clients of `kind` that became one. `details`: a serialised voronka.crm.v1.MergeRecord.
CREATE TABLE IF NOT EXISTS merges (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  kind INT NOT NULL,
  survivor_id BIGINT NOT NULL,
  merged_id BIGINT NOT NULL,
  merged_name VARCHAR(300) NOT NULL,
  taken BLOB NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  undo_time BIGINT NULL,
  undo_user_id BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  details MEDIUMBLOB NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id),
  KEY merges_of_survivor (account_id, kind, survivor_id, id),
  KEY merges_of_merged (account_id, kind, merged_id, id)
)
