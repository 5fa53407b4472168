-- `digest`: the SHA-256 of what was sent, so that what waits and is sent again is one row; NULL once it waits no more.
-- `size`: of the inquiry, in bytes.
CREATE TABLE IF NOT EXISTS held_forms (
  account_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  form_id BIGINT NOT NULL,
  digest BINARY(32) NULL,
  size BIGINT NOT NULL,
  state INT NOT NULL,
  trap VARCHAR(2000) NOT NULL,
  inquiry MEDIUMBLOB NOT NULL,
  create_time BIGINT NOT NULL,
  inquiry_id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  etag BIGINT NOT NULL,
  PRIMARY KEY (account_id, id),
  UNIQUE KEY held_forms_waiting (account_id, form_id, digest),
  KEY held_forms_by_state (account_id, state, create_time, id),
  KEY held_forms_of_form (account_id, form_id, create_time, size),
  KEY held_forms_by_time (create_time)
)
