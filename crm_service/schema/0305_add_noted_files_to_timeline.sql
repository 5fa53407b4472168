-- A serialised voronka.crm.v1.TimelineEntry.NotedFiles; NULL: the entry is no note, or names none.
ALTER TABLE timeline ADD COLUMN IF NOT EXISTS noted_files BLOB NULL, LOCK=NONE
