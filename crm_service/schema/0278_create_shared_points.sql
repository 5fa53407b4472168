-- Phones and emails that several contacts may have. A row of contact 0 is the mark, with whoever made it; the others say
-- who has it, as in contact_points.
CREATE TABLE IF NOT EXISTS shared_points (
  account_id BIGINT NOT NULL,
  kind INT NOT NULL,
  value VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  contact_id BIGINT NOT NULL,
  position INT NOT NULL,
  user_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind, value, contact_id),
  KEY shared_points_of_contact (account_id, contact_id, kind, position)
)
