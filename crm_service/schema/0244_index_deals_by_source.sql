CREATE INDEX IF NOT EXISTS deals_by_source ON deals (account_id, source_deal_id, id)
