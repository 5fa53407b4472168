-- Everybody reads their own remarks and the answers to them.
CREATE INDEX IF NOT EXISTS remarks_by_author ON remarks (account_id, author_user_id, id)
