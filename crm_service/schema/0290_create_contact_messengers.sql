-- Accounts in messengers; each belongs to one contact. As contact_points, but apart from it: programs of the release
-- before take every row of that table for a phone or an email. `kind` is always 4.
CREATE TABLE IF NOT EXISTS contact_messengers (
  account_id BIGINT NOT NULL,
  kind INT NOT NULL,
  value VARCHAR(220) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  contact_id BIGINT NOT NULL,
  position INT NOT NULL,
  PRIMARY KEY (account_id, kind, value),
  KEY contact_messengers_of_contact (account_id, contact_id, position)
)
