-- One row: the name of this log. Whoever restores a backup gives it another, so that old cursors are recognised.
CREATE TABLE IF NOT EXISTS event_log (
  id INT NOT NULL,
  history VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id)
)
