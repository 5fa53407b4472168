-- The columns of voronka.crm.v1.ConfigurationVersion, and which call made the version: all that one call changes belongs
-- to one version.
CREATE TABLE IF NOT EXISTS configuration_versions (
  account_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  actor_user_id BIGINT NOT NULL,
  actor_service VARCHAR(100) NOT NULL,
  kind INT NOT NULL,
  comment VARCHAR(500) NOT NULL,
  solution VARCHAR(40) NOT NULL,
  restored_version BIGINT NOT NULL,
  request_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, version)
)
