-- As people write it: with an extension, with words, two numbers.
ALTER TABLE inquiries MODIFY COLUMN phone VARCHAR(100) NOT NULL
