-- By what clients are suspected to be the same. `kind`: voronka.crm.v1.ClientKind, `reason`: that of a Suspect.
-- `has_older`: a client with a smaller id has the same value. `is_dismissed`: somebody says that they are not the same.
CREATE TABLE IF NOT EXISTS likenesses (
  account_id BIGINT NOT NULL,
  kind INT NOT NULL,
  reason INT NOT NULL,
  value VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  client_id BIGINT NOT NULL,
  has_older BOOLEAN NOT NULL,
  is_dismissed BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (account_id, kind, reason, value, client_id),
  KEY likenesses_of_client (account_id, kind, client_id),
  KEY likenesses_with_older (account_id, kind, has_older, is_dismissed, client_id)
)
