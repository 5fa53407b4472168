-- Phones and emails, as in contact_points; companies may share them.
CREATE TABLE IF NOT EXISTS company_points (
  account_id BIGINT NOT NULL,
  company_id BIGINT NOT NULL,
  position INT NOT NULL,
  kind INT NOT NULL,
  value VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (account_id, company_id, position),
  KEY company_points_by_value (account_id, kind, value)
)
