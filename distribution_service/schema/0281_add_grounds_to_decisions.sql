-- A serialised voronka.distribution.v1.Grounds; NULL: the decision was made before this column was added.
ALTER TABLE decisions ADD COLUMN IF NOT EXISTS grounds BLOB NULL
