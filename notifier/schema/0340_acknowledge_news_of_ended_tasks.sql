-- Reminders of tasks that were completed or moved while nobody had read of them: since this release they are
-- acknowledged when they end.
UPDATE inbox SET state = 2 WHERE state = 1 AND kind IN (7, 8) AND ended = 1
