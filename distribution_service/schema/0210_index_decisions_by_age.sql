CREATE INDEX IF NOT EXISTS decisions_by_age ON decisions (create_time, account_id, deal_id)
