-- What a connection commits so that all it has read is durable: see durable_reading.h. Several rows, so that those who
-- do it at once seldom wait for each other. It takes the place of event_heartbeats, which the release before writes.
CREATE TABLE IF NOT EXISTS heartbeats (
  id BIGINT NOT NULL,
  beats BIGINT NOT NULL,
  PRIMARY KEY (id)
)
