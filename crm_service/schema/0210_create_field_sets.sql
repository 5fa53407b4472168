-- A field set is read and written as a whole: the definition is a serialised voronka.crm.v1.FieldSet. No row: only
-- system fields.
CREATE TABLE IF NOT EXISTS field_sets (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  definition MEDIUMBLOB NOT NULL,
  PRIMARY KEY (account_id, id)
)
