-- Accounts one of whose events could not have its effect: see held_accounts.h. Everything of the account up to
-- offset_id has had its effects.
CREATE TABLE IF NOT EXISTS event_holds (
  partition_id INT NOT NULL,
  account_id BIGINT NOT NULL,
  offset_id BIGINT NOT NULL,
  failures INT NOT NULL,
  retry_time BIGINT NOT NULL,
  PRIMARY KEY (partition_id, account_id)
)
