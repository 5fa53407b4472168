-- As clients write them, with commas between several.
ALTER TABLE inquiries ADD COLUMN IF NOT EXISTS messenger VARCHAR(300) NOT NULL DEFAULT '', LOCK=NONE
