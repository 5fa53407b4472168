-- Kept counters and sums; a row of 0 deals is left standing.
CREATE TABLE IF NOT EXISTS stage_totals (
  account_id BIGINT NOT NULL,
  pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsible_user_id BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  deals BIGINT NOT NULL,
  amount_minor BIGINT NOT NULL,
  PRIMARY KEY (account_id, pipeline, stage, responsible_user_id, currency)
)
