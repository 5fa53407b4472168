-- How users look at lists: the definition is a serialised voronka.crm.v1.ListView. No row: as it usually looks.
CREATE TABLE IF NOT EXISTS list_views (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  subject INT NOT NULL,
  pipeline_id BIGINT NOT NULL,
  definition MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, user_id, subject, pipeline_id)
)
