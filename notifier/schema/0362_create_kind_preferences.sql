-- What users have chosen for kinds of notification. No row: the kind's defaults.
CREATE TABLE IF NOT EXISTS kind_preferences (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  kind INT NOT NULL,
  push TINYINT NOT NULL,
  popup TINYINT NOT NULL,
  sound TINYINT NOT NULL,
  urgency INT NOT NULL,
  in_quiet_hours TINYINT NOT NULL,
  PRIMARY KEY (account_id, user_id, kind)
)
