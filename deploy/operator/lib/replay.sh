# From a backup on to a later moment, by the binary logs of the server that the backup was made on.

# The log files from the one that the backup names on, in order.
binlogs_from() {
  find "$1" -maxdepth 1 -name "${2%.*}.[0-9]*" | sort | awk -v first="$1/$2" '$0 >= first'
}

# replay FOLDER TIME [FOLDER-OF-LOGS]
replay() {
  local file position logs files rename=() schema
  file=$(jq -r '.binlog.file // ""' "$1/manifest.json")
  position=$(jq -r '.binlog.position // ""' "$1/manifest.json")
  [[ -n $file ]] || fail 'the backup was made without the binary log, so there is nothing to go on from'
  logs=${3:-$(dirname "$(sql 'SELECT @@log_bin_basename')")}
  mapfile -t files < <(binlogs_from "${logs%/}" "$file")
  [[ ${files[0]:-} == "${logs%/}/$file" ]] || fail "$file is not in $logs: the backup cannot be continued from there"
  for schema in "${schemas[@]}"; do rename+=("--rewrite-db=$schema->$aside$schema" "--database=$aside$schema"); done
  progress "going on from the backup to $2: ${#files[@]} binary logs from $file, $position on"
  { say 'SET SESSION sql_log_bin = 0;' &&
    mariadb-binlog --disable-log-bin --start-position="$position" --stop-datetime="$2" "${rename[@]}" "${files[@]}"; } |
    database mariadb --binary-mode || fail 'the binary logs cannot be replayed; nothing has been changed'
}
