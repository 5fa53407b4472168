-- Names of files that were once taken for time zones, though browsers do not know them.
UPDATE accounts
SET time_zone = CASE
  WHEN SUBSTRING_INDEX(time_zone, '/', -1) IN ('posixrules', 'localtime', 'Factory') THEN 'Europe/Moscow'
  ELSE SUBSTRING(time_zone, LOCATE('/', time_zone) + 1) END
WHERE time_zone LIKE 'posix/%' OR time_zone LIKE 'right/%' OR time_zone IN ('posixrules', 'localtime', 'Factory')
