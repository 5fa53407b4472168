-- Contacts of a deal besides its main one.
CREATE TABLE IF NOT EXISTS deal_contacts (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  role VARCHAR(100) NOT NULL,
  create_time BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY deal_contacts_of_deal (account_id, deal_id, contact_id),
  KEY deal_contacts_by_contact (account_id, contact_id, deal_id)
)
