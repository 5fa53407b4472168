-- As of accounts. Empty: the account's zone.
UPDATE users
SET time_zone = CASE
  WHEN SUBSTRING_INDEX(time_zone, '/', -1) IN ('posixrules', 'localtime', 'Factory') THEN ''
  ELSE SUBSTRING(time_zone, LOCATE('/', time_zone) + 1) END
WHERE time_zone LIKE 'posix/%' OR time_zone LIKE 'right/%' OR time_zone IN ('posixrules', 'localtime', 'Factory')
