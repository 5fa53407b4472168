-- What was sent, so that it is one inquiry however often it is sent: the SHA-256 of its id or of its values.
CREATE TABLE IF NOT EXISTS form_submissions (
  account_id BIGINT NOT NULL,
  form_id BIGINT NOT NULL,
  digest BINARY(32) NOT NULL,
  inquiry_id BIGINT NOT NULL,
  create_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, form_id, digest),
  KEY form_submissions_by_time (create_time)
)
