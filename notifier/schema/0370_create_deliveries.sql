-- See protos/voronka/notifier/v1/delivery_record.proto.
CREATE TABLE IF NOT EXISTS deliveries (
  account_id BIGINT NOT NULL,
  user_id BIGINT NOT NULL,
  notification_id BIGINT NOT NULL,
  occurrence INT NOT NULL,
  kind INT NOT NULL,
  session_id BIGINT NOT NULL,
  device VARCHAR(100) NOT NULL,
  time BIGINT,
  snooze_time BIGINT,
  PRIMARY KEY (account_id, user_id, notification_id, occurrence, kind, session_id),
  KEY deliveries_by_age (time)
)
