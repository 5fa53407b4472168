# Loads a backup under other names, beside what serves.

aside_schemas() { printf '%s\n' "${schemas[@]/#/$aside}"; }

drop_aside() {
  local schema
  for schema in $(aside_schemas); do sql "DROP DATABASE IF EXISTS \`$schema\`"; done
}

# Data on disk take several times their compressed dump; the factor is of tables full of short texts.
require_space_for_loading() {
  local folder
  folder=$(sql 'SELECT @@datadir')
  [[ ! -d $folder ]] || require_space "$folder" $(($(stat -c %s "$1") * 12 / 1024)) 'loading the backup'
}

# MariaDB's own mark of a dump. The client then runs no programs and reads no files, whatever else it is given.
readonly only_sql='/*M!999999\- enable the sandbox mode */'

# run_statements OPTION...: from standard input. The client prints a statement that fails, with all the data in it; only
# the error itself is told.
run_statements() {
  database mariadb "$@" >/dev/null 2>"$unpacked/errors" || {
    grep '^ERROR' "$unpacked/errors" >&2 || true
    return 1
  }
}

# load_aside FOLDER: the unpacked archive.
load_aside() {
  require_space_for_loading "$1/database.sql.zst"
  drop_aside
  progress "loading the data as of $(jq -r .made "$1/manifest.json")"
  { say "$only_sql" 'SET SESSION sql_log_bin = 0;' && zstd --quiet -dc "$1/database.sql.zst"; } |
    sed -E "s/^(USE |CREATE DATABASE .*)\`(voronka_[a-z]+)\`/\1\`$aside\2\`/" |
    run_statements --batch || fail "$(unless_stopped 'the database refuses the data')"
}

# compare_aside FOLDER: that what was loaded is the backup, row by row.
compare_aside() {
  local names
  mapfile -t names < <(aside_schemas)
  progress 'comparing what was loaded with the backup'
  dump "${names[@]}" | counted "$1/loaded" | digest >"$1/digest" ||
    fail "$(unless_stopped 'what was loaded cannot be read')"
  [[ $(<"$1/digest") == "$(jq -r .digest "$1/manifest.json")" ]] || {
    diff <(sed "s/\t$aside/\t/" "$1/loaded" | grep ^rows | sort) \
      <(jq -r '.rows | to_entries[] | .key as $schema | .value | to_entries[] | ["rows", $schema, .key, .value] | @tsv' \
        "$1/manifest.json" | sort) >&2 || true
    fail 'what was loaded is not what was saved (tables and rows above)'
  }
  progress "the same: $(awk -F '\t' '/^rows/ { ++tables; sum += $4 } END { print tables, "tables,", sum, "rows" }' \
    "$1/loaded")"
}

# A folder for an unpacked archive.
readonly unpacked=$state/restore.part

make_fresh_folder() {
  rm -rf -- "$unpacked"
  mkdir "$unpacked"
}

# What loading needs goes at its end, whatever that is. Killed runs leave it, and the next one that has the lock begins
# with this. It may take much of the disk that the database writes to.
clear_loaded() {
  rm -rf -- "$unpacked"
  drop_aside
}

verify_backup() {
  make_fresh_folder
  open_archive "$1" "$unpacked"
  load_aside "$unpacked"
  compare_aside "$unpacked"
  clear_loaded
}
