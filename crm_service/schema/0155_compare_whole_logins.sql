-- Other collations take a login with blanks after it for the same one, which no LoginKey does.
ALTER TABLE logins MODIFY COLUMN login VARCHAR(762) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL
