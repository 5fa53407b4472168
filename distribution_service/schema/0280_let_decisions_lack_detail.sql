-- Written by releases before `grounds`, in English, and not read any more.
ALTER TABLE decisions MODIFY COLUMN detail TEXT NOT NULL DEFAULT ''
