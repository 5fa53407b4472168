CREATE INDEX IF NOT EXISTS deals_by_company ON deals (account_id, company_id, state, id)
