-- What every refresh token of the session proves to belong to: see sessions/refresh_token.h. NULL: begun by a release that
-- knew none, and not refreshed since.
ALTER TABLE sessions ADD COLUMN IF NOT EXISTS family BINARY(32) NULL AFTER rotation_salt
