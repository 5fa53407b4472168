-- Phones of contacts that cannot be read as a number, as they were typed. Nobody is recognised by them, so two contacts
-- may have the same one. `position` is among the contact's phones in contact_points.
CREATE TABLE IF NOT EXISTS typed_phones (
  account_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  position INT NOT NULL,
  value VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (account_id, contact_id, position, value)
)
