-- The pipelines of the two stages; empty: not known, since the entry came before these columns. `edit`: a serialised
-- voronka.crm.v1.TimelineEntry.Edit; NULL: the entry is not about an edit, or lists the changed fields in its text.
ALTER TABLE timeline
  ADD COLUMN IF NOT EXISTS from_pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS to_pipeline VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS edit BLOB NULL
