-- What each version has changed: `previous` is the serialised resource before it, NULL if there was none.
CREATE TABLE IF NOT EXISTS configuration_changes (
  account_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  resource VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resource_id BIGINT NOT NULL,
  previous MEDIUMBLOB,
  PRIMARY KEY (account_id, version, resource, resource_id)
)
