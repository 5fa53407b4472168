# From a backup on to a later moment, by the binary logs of the server that the backup was made on.

# The log files from the one that the backup names on, in order.
binlogs_from() {
  find "$1" -maxdepth 1 -name "${2%.*}.[0-9]*" | sort | awk -v first="$1/$2" '$0 >= first'
}

# replay_schema SCHEMA TIME POSITION FILE...: into what was loaded aside. Nothing that is written belongs to two schemas.
replay_schema() {
  { say 'SET SESSION sql_log_bin = 0;' &&
    mariadb-binlog --disable-log-bin --rewrite-db="$1->$aside$1" --database="$1" --start-position="$3" \
      --stop-datetime="$2" "${@:4}"; } |
    database mariadb --binary-mode || fail 'the binary logs cannot be replayed; nothing has been changed'
}

# replay FOLDER TIME [FOLDER-OF-LOGS]
replay() {
  local file position logs files schema
  file=$(jq -r '.binlog.file // ""' "$1/manifest.json")
  position=$(jq -r '.binlog.position // ""' "$1/manifest.json")
  [[ -n $file ]] || fail 'the backup was made without the binary log, so there is nothing to go on from'
  logs=${3:-$(dirname "$(sql 'SELECT @@log_bin_basename')")}
  mapfile -t files < <(binlogs_from "${logs%/}" "$file")
  [[ ${files[0]:-} == "${logs%/}/$file" ]] || fail "$file is not in $logs: the backup cannot be continued from there"
  progress "going on from the backup to $2: ${#files[@]} binary logs from $file, $position on"
  for schema in "${schemas[@]}"; do replay_schema "$schema" "$2" "$position" "${files[@]}"; done
}
