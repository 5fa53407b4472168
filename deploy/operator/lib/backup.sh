# voronka-operator backup

# FILE.part is where the backup is made until it is whole. A run that was killed leaves it; the next one to the same
# folder, which has the lock, removes it.
remove_leftovers() {
  [[ ! -e $1.part || -d $1.part ]] || fail "$1.part exists, and is not of a backup"
  rm -rf -- "$1.part" "$(dirname "$1")"/voronka-*Z.tar.part
}

target_file() {
  if [[ -d $1 ]]; then say "${1%/}/voronka-$(date -u +%Y%m%dT%H%M%SZ).tar"; else say "$1"; fi
}

# Schemas that a service has made; an installation without one of them has not been started yet.
require_schemas() {
  local schema
  for schema in "${schemas[@]}"; do
    has_schema "$schema" || fail "there is no schema $schema: start the services once before a backup"
  done
}

# why_unreadable FOLDER: why the data cannot be saved there.
why_unreadable() {
  if (($(free_space "$1") < 1024)); then
    say "the disk of $(dirname "$1") is full: make room there, then run this again"
  else
    unless_stopped 'the data cannot be read as of one moment; if a service is being upgraded, try again after it'
  fi
}

# fill_backup FOLDER
fill_backup() {
  local made sum
  progress "the data: $(($(size_of_schemas "${schemas[@]}") / 1024)) MiB in the database"
  # A log file for each day: MariaDB deletes only whole ones, by the time of what was written last.
  ! has_binary_log || sql 'FLUSH BINARY LOGS'
  made=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  dump "${schemas[@]}" | counted "$1/summary" | zstd --quiet -3 -T0 -o "$1/database.sql.zst" ||
    fail "$(why_unreadable "$1")"
  sum=$(zstd --quiet -dc "$1/database.sql.zst" | digest)
  manifest "$1/summary" "$sum" "$made" >"$1/manifest.json"
  rm "$1/summary"
  cp -R "$keys" "$1/keys"
  mkdir "$1/configuration"
  find "$etc" -maxdepth 1 -type f -exec cp -p {} "$1/configuration" \;
  save_content "$1"
  add_checksums "$1"
}

# The files of a backup are written through to the disk before they have their name.
pack_backup() {
  tar -cf "$1.part/archive" --exclude=./archive -C "$1.part" . || fail "$1 cannot be written: make room, or see above"
  sync "$1.part/archive"
  mv "$1.part/archive" "$1"
  sync "$(dirname "$1")"
  rm -rf -- "$1.part"
}

backups_in() { find "$1" -maxdepth 1 -type f -name 'voronka-*Z.tar' -printf '%f\n' | sort -r; }

# delete_older FILE COUNT: all but the COUNT newest of its folder, of which it is one. Where others are named after a
# later time, the clock was wrong then or is wrong now, and nobody knows which are old.
delete_older() {
  local folder name newest
  folder=$(dirname "$1")
  newest=$(backups_in "$folder" | sed -n 1p)
  [[ $newest == "$(basename "$1")" ]] ||
    fail "$1 is made, and nothing deleted: $newest is of the future; set the clock right, or move that away"
  backups_in "$folder" | tail -n +$(($2 + 1)) | while IFS= read -r name; do
    progress "deleting $folder/$name"
    rm -- "$folder/$name"
  done
}

# For the alert on old backups.
tell_node_exporter() {
  [[ -d $textfiles ]] || return 0
  { printf 'voronka_backup_time_seconds %s\n' "$(date +%s)" >"$textfiles/voronka_backup.prom.new" &&
    chmod 0644 "$textfiles/voronka_backup.prom.new" &&
    mv "$textfiles/voronka_backup.prom.new" "$textfiles/voronka_backup.prom"; } ||
    progress "the time of this backup cannot be written to $textfiles"
}

# A backup that comes to nothing leaves nothing.
end_backup() {
  rm -rf -- "$file.part"
  [[ -z ${trying:-} ]] || {
    clear_loaded >/dev/null 2>&1 || true
    progress "$file is made, but it could not be tried"
  }
}

back_up() {
  local verify='' keep=''
  while [[ ${1:-} == --* ]]; do
    case $1 in
      --verify) verify=yes ;;
      --keep)
        [[ ${2:-} =~ ^[1-9][0-9]{0,5}$ ]] || wrong_usage '--keep needs a number of at least 1'
        keep=$2
        shift
        ;;
      *) wrong_usage "backup knows no $1" ;;
    esac
    shift
  done
  (($# == 1)) || wrong_usage 'backup needs a file or a folder'
  [[ -z $keep || -d $1 ]] || wrong_usage '--keep needs a folder'
  require_root
  take_lock
  require_database
  file=$(target_file "$1")
  [[ -d $(dirname "$file") ]] || fail "there is no folder $(dirname "$file")"
  [[ ! -e $file ]] || fail "$file exists"
  require_schemas
  ! is_half_restored || fail "the database is half restored: run 'voronka-operator restore' again, to its end"
  clear_loaded
  remove_leftovers "$file"
  # Compressed twice over, for a moment: the dump and the archive with it.
  require_space "$(dirname "$file")" \
    $(($(size_of_schemas "${schemas[@]}") / 2 + $(size_of_content) + 10240)) 'the backup'
  trap end_backup EXIT
  mkdir "$file.part"
  fill_backup "$file.part"
  pack_backup "$file"
  trying=$verify
  [[ -z $verify ]] || verify_backup "$file"
  trying=''
  tell_node_exporter
  [[ -z $keep ]] || delete_older "$file" "$keep"
  say "$file"
}
