CREATE INDEX IF NOT EXISTS contacts_by_responsible_and_company ON contacts (account_id, responsible_user_id, company_id)
