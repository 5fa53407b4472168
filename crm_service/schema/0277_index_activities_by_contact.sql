CREATE INDEX IF NOT EXISTS activities_by_contact ON activities (account_id, contact_id, id)
