-- A pipeline is read and written as a whole: the definition is a serialised voronka.crm.v1.Pipeline.
CREATE TABLE IF NOT EXISTS pipelines (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  pipeline_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  definition MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, pipeline_key),
  UNIQUE KEY pipelines_by_id (account_id, id)
)
