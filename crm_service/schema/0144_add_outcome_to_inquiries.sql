-- 0: not known, since the inquiry came in before this column was added.
ALTER TABLE inquiries ADD COLUMN IF NOT EXISTS outcome INT NOT NULL DEFAULT 0
