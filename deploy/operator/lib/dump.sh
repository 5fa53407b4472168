# A dump of the schemas as of one moment, and what it holds.

# dump SCHEMA...: while the services serve. With the binary log on, it says in a comment where the log stood then.
dump() {
  local position=()
  [[ $(sql 'SELECT @@log_bin') == 0 ]] || position=(--master-data=2)
  database mariadb-dump --single-transaction --quick --hex-blob --order-by-primary --no-tablespaces --skip-triggers \
    --skip-lock-tables "${position[@]}" --databases "$@"
}

# Passes a dump on and writes to the file $1 what is in it: `rows SCHEMA TABLE COUNT`, `head SCHEMA SUM` (of the event
# log's partitions), `binlog FILE POSITION`. A dump has every row on a line of its own, and no line break in a value.
counted() {
  awk -v summary="$1" '
    /^USE `/ { split($0, part, "`"); schema = part[2]; next_table = 1 }
    /^CREATE TABLE `/ { split($0, part, "`"); rows[schema " " part[2]] = 0 }
    /^INSERT INTO `/ { split($0, part, "`"); name = schema " " part[2]; partitions = part[2] == "event_partitions" }
    /^\(/ { rows[name]++; if (partitions) { split($0, value, /[(),]/); heads[schema] += value[3] } }
    /CHANGE MASTER TO MASTER_LOG_FILE=/ { split($0, part, /[\x27=;]/); print "binlog", part[3], part[5] > summary }
    { print }
    END {
      for (name in rows) print "rows", name, rows[name] > summary
      for (schema in heads) print "head", schema, heads[schema] > summary
    }'
}

# The checksum of all tables and rows of a dump, whatever the schemas are called and where counters stand.
digest() {
  sed -E -e '/^(--|\/\*|USE |CREATE DATABASE )/d' -e 's/^(\) ENGINE=.*) AUTO_INCREMENT=[0-9]+/\1/' | sha256sum |
    cut -d ' ' -f 1
}
