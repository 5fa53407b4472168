-- Written on entering; a visit ends when the next one of the deal begins.
CREATE TABLE IF NOT EXISTS stage_visits (
  account_id BIGINT NOT NULL,
  deal_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  responsible_user_id BIGINT NOT NULL,
  enter_time BIGINT NOT NULL,
  PRIMARY KEY (account_id, deal_id, id)
)
