-- What `value` says as a number, whatever the kind of the field: 9 comes before 10. NULL: it is none, or the release
-- before has written it.
ALTER TABLE indexed_values
  ADD COLUMN IF NOT EXISTS number DECIMAL(21, 6) NULL,
  LOCK=NONE
