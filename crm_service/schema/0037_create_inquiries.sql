CREATE TABLE IF NOT EXISTS inquiries (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  source INT NOT NULL,
  source_name VARCHAR(200) NOT NULL,
  client_name VARCHAR(200) NOT NULL,
  phone VARCHAR(40) NOT NULL,
  email VARCHAR(254) NOT NULL,
  text TEXT NOT NULL,
  utm BLOB NULL,
  page_url VARCHAR(2000) NOT NULL,
  sent MEDIUMBLOB NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  KEY inquiries_of_deal (account_id, deal_id, id)
)
