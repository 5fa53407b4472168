-- NULL: nobody else has the inquiry's phone or email.
ALTER TABLE inquiries ADD COLUMN IF NOT EXISTS other_clients BLOB NULL
