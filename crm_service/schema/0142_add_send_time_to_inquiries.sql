-- NULL: when it came in.
ALTER TABLE inquiries ADD COLUMN IF NOT EXISTS send_time BIGINT NULL
