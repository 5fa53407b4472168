-- Whether Login requires a code: see crm_service/people/second_factor/.
ALTER TABLE users ADD COLUMN IF NOT EXISTS totp_enabled BOOLEAN NOT NULL DEFAULT FALSE AFTER etag
