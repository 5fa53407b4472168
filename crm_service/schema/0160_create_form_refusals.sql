-- Submissions of a form that were refused, counted by reason.
CREATE TABLE IF NOT EXISTS form_refusals (
  account_id BIGINT NOT NULL,
  form_id BIGINT NOT NULL,
  reason VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  refused BIGINT NOT NULL,
  last_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, form_id, reason)
)
