ALTER TABLE timeline
  -- TimelineEntry.ActivityEdit. NULL: the entry is about no correction.
  ADD COLUMN IF NOT EXISTS activity_edit BLOB NULL
