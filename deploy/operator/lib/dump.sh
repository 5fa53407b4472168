# A dump of the schemas as of one moment, and what it holds.

# Views are not ours, and one whose definer is gone cannot be dumped.
without_views() {
  sql "SELECT CONCAT('--ignore-table=', table_schema, '.', table_name) FROM information_schema.views
       WHERE table_schema IN ($(in_list "$@"))"
}

# dump SCHEMA...: while the services serve. With the binary log on, it says in a comment where the log stood then.
dump() {
  local position=() ignored
  ! has_binary_log || position=(--master-data=2)
  mapfile -t ignored < <(without_views "$@")
  database mariadb-dump --single-transaction --quick --hex-blob --order-by-primary --no-tablespaces --skip-triggers \
    --skip-lock-tables "${position[@]}" "${ignored[@]}" --databases "$@"
}

# Passes a dump on and writes to the file $1 what is in it, with tabs between: `rows SCHEMA TABLE COUNT`, `head SCHEMA
# SUM` (of the event log's partitions), `binlog FILE POSITION`. A dump has every row on a line of its own, and no line
# break in a value.
counted() {
  awk -v summary="$1" '
    # The name between the first backtick of a line and the last.
    function name(line) { sub(/^[^`]*`/, "", line); sub(/`[^`]*$/, "", line); return line }
    BEGIN { OFS = "\t" }
    /^USE `/ { schema = name($0) }
    /^CREATE TABLE `/ { rows[schema OFS name($0)] = 0 }
    /^INSERT INTO `/ { table = schema OFS name($0); partitions = name($0) == "event_partitions" }
    /^\(/ { rows[table]++; if (partitions) { split($0, value, /[(),]/); heads[schema] += value[3] } }
    /CHANGE MASTER TO MASTER_LOG_FILE=/ { split($0, part, /[\x27=;]/); print "binlog", part[3], part[5] > summary }
    { print }
    END {
      for (table in rows) print "rows", table, rows[table] > summary
      for (schema in heads) print "head", schema, heads[schema] > summary
    }'
}

# The checksum of all tables and rows of a dump, whatever the schemas are called and where counters stand.
digest() {
  sed -E -e '/^(--|\/\*|USE |CREATE DATABASE )/d' -e 's/^(\) ENGINE=.*) AUTO_INCREMENT=[0-9]+/\1/' | sha256sum |
    cut -d ' ' -f 1
}
