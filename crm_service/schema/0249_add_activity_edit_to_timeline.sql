-- A serialised voronka.crm.v1.TimelineEntry.ActivityEdit; NULL: the entry is not about a correction of an activity.
ALTER TABLE timeline ADD COLUMN IF NOT EXISTS activity_edit BLOB NULL
