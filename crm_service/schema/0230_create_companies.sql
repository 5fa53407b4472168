-- `name_key`: by which a company is found, however its name is written.
CREATE TABLE IF NOT EXISTS companies (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  name VARCHAR(300) NOT NULL,
  name_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  tax_number VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  site VARCHAR(500) NOT NULL,
  address VARCHAR(500) NOT NULL,
  responsible_user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  update_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  fields MEDIUMBLOB NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, id),
  KEY companies_by_name (account_id, name_key),
  KEY companies_by_tax_number (account_id, tax_number)
)
