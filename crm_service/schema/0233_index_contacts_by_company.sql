CREATE INDEX IF NOT EXISTS contacts_by_company ON contacts (account_id, company_id, id)
