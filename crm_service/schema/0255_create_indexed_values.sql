-- The values of fields that are filterable or unique, by the number of the field's index (Field.index_id), in the form
-- that index_keys.h gives them. `sole_value`: the same again while the field is unique; NULL where it is not, or where
-- the value was there before.
CREATE TABLE IF NOT EXISTS indexed_values (
  account_id BIGINT NOT NULL,
  index_id BIGINT NOT NULL,
  value VARBINARY(200) NOT NULL,
  resource_id BIGINT NOT NULL,
  sole_value VARBINARY(200) NULL,
  PRIMARY KEY (account_id, index_id, value, resource_id),
  UNIQUE KEY sole_values (account_id, index_id, sole_value),
  KEY values_of_resource (account_id, index_id, resource_id)
)
