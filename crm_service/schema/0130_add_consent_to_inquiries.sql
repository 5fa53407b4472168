-- A serialised voronka.crm.v1.Consent; NULL: none was given.
ALTER TABLE inquiries ADD COLUMN IF NOT EXISTS consent BLOB NULL
