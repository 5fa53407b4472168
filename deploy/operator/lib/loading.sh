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

# load_aside FOLDER: the unpacked archive.
load_aside() {
  require_space_for_loading "$1/database.sql.zst"
  drop_aside
  progress "loading the data as of $(jq -r .made "$1/manifest.json")"
  { say 'SET SESSION sql_log_bin = 0;' && zstd --quiet -dc "$1/database.sql.zst"; } |
    sed -E "s/^(USE |CREATE DATABASE .*)\`(voronka_[a-z]+)\`/\1\`$aside\2\`/" |
    database mariadb --batch || fail 'the database refuses the data; nothing has been changed'
}

# compare_aside FOLDER: that what was loaded is the backup, row by row.
compare_aside() {
  local names
  mapfile -t names < <(aside_schemas)
  progress 'comparing what was loaded with the backup'
  dump "${names[@]}" | counted "$1/loaded" | digest >"$1/digest"
  [[ $(<"$1/digest") == "$(jq -r .digest "$1/manifest.json")" ]] || {
    diff <(sed "s/ $aside/ /" "$1/loaded" | grep ^rows | sort) \
      <(jq -r '.rows | to_entries[] | .key as $schema | .value | to_entries[] | "rows \($schema) \(.key) \(.value)"' \
        "$1/manifest.json" | sort) >&2 || true
    drop_aside
    fail 'what was loaded is not what was saved (tables and rows above); nothing has been changed'
  }
  progress "the same: $(awk '$1 == "rows" { sum += $4 } END { print NR, "tables,", sum, "rows" }' \
    <(grep ^rows "$1/loaded"))"
}

# A folder for an unpacked archive. Killed runs leave it; the next one, which has the lock, begins by removing it.
fresh_folder() {
  rm -rf -- "$state/restore.part"
  mkdir "$state/restore.part"
  say "$state/restore.part"
}

verify_backup() {
  local folder
  folder=$(fresh_folder)
  open_archive "$1" "$folder"
  load_aside "$folder"
  compare_aside "$folder"
  drop_aside
  rm -rf -- "$folder"
}
