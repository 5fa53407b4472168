-- The recipients of the release before say neither role, team nor deputy.
INSERT IGNORE INTO relistings (account_id) SELECT DISTINCT account_id FROM recipients
