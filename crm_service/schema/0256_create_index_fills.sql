-- Entities whose values are still being put into new indexes; `position` is the id of the last resource that was looked
-- at.
CREATE TABLE IF NOT EXISTS index_fills (
  account_id BIGINT NOT NULL,
  entity INT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (account_id, entity)
)
