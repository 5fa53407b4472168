-- Phones as E.164 and mails in lower case; each belongs to one contact.
CREATE TABLE IF NOT EXISTS contact_points (
  account_id BIGINT NOT NULL,
  kind INT NOT NULL,
  value VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  contact_id BIGINT NOT NULL,
  position INT NOT NULL,
  PRIMARY KEY (account_id, kind, value),
  KEY contact_points_of_contact (account_id, contact_id, kind, position)
)
