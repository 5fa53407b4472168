-- Answered requests, so that a retry gets the answer again; response is NULL only inside the transaction at work.
CREATE TABLE IF NOT EXISTS requests (
  account_id BIGINT NOT NULL,
  caller VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  method VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash BINARY(32) NOT NULL,
  response MEDIUMBLOB NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, caller, method, request_id),
  KEY requests_by_age (create_time)
)
