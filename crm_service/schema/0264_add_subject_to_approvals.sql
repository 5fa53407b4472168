-- The deal as it was when its approval was asked for. Empty and NULL: it was asked for in an older release.
ALTER TABLE approvals
  ADD COLUMN IF NOT EXISTS deal_name VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS amount_minor BIGINT NULL,
  ADD COLUMN IF NOT EXISTS amount_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN IF NOT EXISTS from_pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS from_stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  LOCK=NONE
