-- Accounts that are here already have queues that distribution_service has numbered, some of which have ended, and whose
-- offers name them: new ones begin far beyond.
INSERT IGNORE INTO id_sequences (account_id, kind, next_id) SELECT id, 'queue', 1000001 FROM accounts
