# MariaDB, as root of this machine: no password.

database_options() {
  [[ -z ${VORONKA_DATABASE_SOCKET:-} ]] || say "--socket=$VORONKA_DATABASE_SOCKET"
}

# database PROGRAM ARGUMENT...
database() {
  local options
  mapfile -t options < <(database_options)
  "$1" "${options[@]}" --default-character-set=utf8mb4 "${@:2}"
}

# sql STATEMENT: prints the rows, columns separated by tabs. Not into the binary log: what a restore does is no history
# to be played again.
sql() {
  database mariadb --batch --skip-column-names --init-command='SET SESSION sql_log_bin = 0' -e "$1"
}

require_database() {
  sql 'SELECT 1' >/dev/null || fail 'the database does not answer: systemctl start mariadb'
}

readonly stopped='the database has stopped: systemctl start mariadb, then run this again'

# unless_stopped TEXT: what has gone wrong, unless it is that the database has stopped meanwhile.
unless_stopped() {
  if sql 'SELECT 1' >/dev/null 2>&1; then
    say "$1"
  else
    say "$stopped"
  fi
}

has_binary_log() { is_there 'SELECT 1 WHERE @@log_bin'; }

# in_list NAME...: as SQL strings.
in_list() {
  local name text=''
  for name in "$@"; do text+=",'$name'"; done
  say "${text#,}"
}

# is_there STATEMENT: whether it has rows. Without an answer nobody knows.
is_there() {
  local rows
  rows=$(sql "$1") || fail "$stopped"
  [[ -n $rows ]]
}

has_schema() {
  is_there "SELECT 1 FROM information_schema.schemata WHERE schema_name = '$1'"
}

# quoted_tables SCHEMA: a query. Views are not ours; they stay where they are.
quoted_tables() {
  say "SELECT CONCAT('\`', REPLACE(table_name, '\`', '\`\`'), '\`') AS quoted FROM information_schema.tables
       WHERE table_schema = '$1' AND table_type = 'BASE TABLE'"
}

has_table() {
  is_there "SELECT 1 FROM information_schema.tables WHERE table_schema = '$1' AND table_name = '$2'"
}

# In KiB, as far as InnoDB knows.
size_of_schemas() {
  sql "SELECT COALESCE(CEIL(SUM(data_length + index_length) / 1024), 0) FROM information_schema.tables
       WHERE table_schema IN ($(in_list "$@"))"
}

is_half_restored() {
  is_there "SELECT 1 FROM information_schema.tables
            WHERE table_schema IN ($(in_list "${schemas[@]}")) AND table_name = '$marker'"
}
