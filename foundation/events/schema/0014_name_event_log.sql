INSERT IGNORE INTO event_log (id, history) VALUES (1, REPLACE(UUID(), '-', ''))
