# voronka-operator backup

# FILE.part is where the backup is made until it is whole. A run that was killed leaves it; the next one to the same
# folder, which has the lock, removes it.
remove_leftovers() {
  rm -rf -- "$1.part" "$(dirname "$1")"/voronka-*Z.tar.part
}

target_file() {
  if [[ -d $1 ]]; then say "${1%/}/voronka-$(date -u +%Y%m%dT%H%M%SZ).tar"; else say "$1"; fi
}

# Schemas that a service has made; an installation without one of them has not been started yet.
existing_schemas() {
  local schema
  for schema in "${schemas[@]}"; do
    has_schema "$schema" || fail "there is no schema $schema: start the services once before a backup"
    say "$schema"
  done
}

# fill_backup FOLDER
fill_backup() {
  local present
  mapfile -t present < <(existing_schemas)
  ((${#present[@]} == ${#schemas[@]})) || exit 1
  ! is_half_restored || fail "the database is half restored: run 'voronka-operator restore' again, to its end"
  progress "the data: $(($(size_of_schemas "${present[@]}") / 1024)) MiB in the database"
  dump "${present[@]}" | counted "$1/summary" | zstd --quiet -3 -T0 -o "$1/database.sql.zst" ||
    fail 'the data cannot be read as of one moment; if a service is being upgraded, try again after it'
  manifest "$1/summary" "$(zstd --quiet -dc "$1/database.sql.zst" | digest)" >"$1/manifest.json"
  rm "$1/summary"
  cp -R "$keys" "$1/keys"
  mkdir "$1/configuration"
  find "$etc" -maxdepth 1 -type f -exec cp -p {} "$1/configuration" \;
  add_checksums "$1"
}

# The files of a backup are written through to the disk before they have their name.
pack_backup() {
  tar -cf "$1.part/archive" --exclude=./archive -C "$1.part" .
  sync "$1.part/archive"
  mv "$1.part/archive" "$1"
  sync "$(dirname "$1")"
  rm -rf -- "$1.part"
}

# delete_older FOLDER COUNT
delete_older() {
  local file
  find "$1" -maxdepth 1 -name 'voronka-*Z.tar' | sort -r | tail -n +$(($2 + 1)) | while read -r file; do
    progress "deleting $file"
    rm -- "$file"
  done
}

back_up() {
  local verify='' keep='' file
  while [[ ${1:-} == --* ]]; do
    case $1 in
      --verify) verify=yes ;;
      --keep) keep=${2:-} && shift ;;
      *) wrong_usage "backup knows no $1" ;;
    esac
    shift
  done
  (($# == 1)) || wrong_usage 'backup needs a file or a folder'
  [[ -z $keep || ($keep =~ ^[1-9][0-9]*$ && -d $1) ]] || wrong_usage '--keep needs a number of at least 1, and a folder'
  require_root
  take_lock
  require_database
  file=$(target_file "$1")
  [[ -d $(dirname "$file") ]] || fail "there is no folder $(dirname "$file")"
  [[ ! -e $file ]] || fail "$file exists"
  remove_leftovers "$file"
  # Compressed twice over, for a moment: the dump and the archive with it.
  require_space "$(dirname "$file")" $(($(size_of_schemas "${schemas[@]}") / 2 + 10240)) 'the backup'
  mkdir "$file.part"
  fill_backup "$file.part"
  pack_backup "$file"
  [[ -z $verify ]] || verify_backup "$file"
  [[ -z $keep ]] || delete_older "$1" "$keep"
  say "$file"
}
