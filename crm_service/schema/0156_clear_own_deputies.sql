-- Nobody stands in for themselves.
UPDATE users SET deputy_user_id = 0 WHERE deputy_user_id = id
