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

# in_list NAME...: as SQL strings.
in_list() {
  local name text=''
  for name in "$@"; do text+=",'$name'"; done
  say "${text#,}"
}

has_schema() {
  [[ -n $(sql "SELECT 1 FROM information_schema.schemata WHERE schema_name = '$1'") ]]
}

tables_of() {
  sql "SELECT table_name FROM information_schema.tables WHERE table_schema = '$1' ORDER BY table_name"
}

has_table() {
  [[ -n $(sql "SELECT 1 FROM information_schema.tables WHERE table_schema = '$1' AND table_name = '$2'") ]]
}

# In KiB, as far as InnoDB knows.
size_of_schemas() {
  sql "SELECT COALESCE(CEIL(SUM(data_length + index_length) / 1024), 0) FROM information_schema.tables
       WHERE table_schema IN ($(in_list "$@"))"
}

is_half_restored() {
  local schema
  for schema in "${schemas[@]}"; do
    if has_table "$schema" "$marker"; then return 0; fi
  done
  return 1
}
