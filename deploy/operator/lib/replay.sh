# From a backup on to a later moment, by the binary logs of the server that the backup was made on.

# moment TEXT: as seconds, of what the operator wrote.
moment() { date -d "$1" +%s 2>/dev/null || wrong_usage "--until: '$1' is no moment"; }

local_time() { date -d "@$1" '+%F %T'; }

# log_folder [FOLDER]: the one that was named, else the server's own.
log_folder() {
  if [[ -n $1 ]]; then say "${1%/}"; else dirname "$(sql 'SELECT @@log_bin_basename')"; fi
}

# binlogs_from FOLDER FIRST: the files from that one on, none missing.
binlogs_from() {
  local number last file
  [[ -f $1/$2 ]] || fail "$2 is not in $1: the backup cannot be continued from there"
  last=$(find "$1" -maxdepth 1 -type f -name "${2%.*}.*" -printf '%f\n' | grep -E '\.[0-9]+$' | sort -V | tail -n 1)
  for ((number = 10#${2##*.}; number <= 10#${last##*.}; ++number)); do
    file=$1/${2%.*}.$(printf '%06d' "$number")
    [[ -f $file ]] || fail "$file is missing: the backup can be continued up to there only"
    say "$file"
  done
}

# require_binlogs FOLDER SECONDS [FOLDER-OF-LOGS]: before anything is loaded.
require_binlogs() {
  local made first
  made=$(date -d "$(jq -r .made "$1/manifest.json")" +%s)
  (($2 >= made)) || fail "the backup is of $(local_time "$made"), which is later: take an older one"
  first=$(jq -r '.binlog.file // ""' "$1/manifest.json")
  [[ -n $first ]] || fail 'the backup was made without the binary log, so there is nothing to go on from'
  binlogs_from "$(log_folder "$3")" "$first" >"$1/binlogs"
}

# What a log says in plain text is meant for what was loaded aside. Rows, in Base64, cannot hold an underscore. Writes
# to the file $1 the time of the last entry, and a line if a restore came to its end within the log.
redirected() {
  awk -v summary="$1" -v aside="$aside" '
    /^#[0-9]/ && / server id / { last = substr($0, 2, 15) }
    /^DROP TABLE IF EXISTS .*unfinished_restore/ { restored = 1 }
    /voronka_/ { gsub(/voronka_(crm|distribution|notifier)/, aside "&"); gsub(aside aside, aside) }
    { print }
    END { print last > summary; if (restored) print "restored" > summary }'
}

# replay_schema SCHEMA SECONDS POSITION SUMMARY FILE...: into what was loaded aside. Nothing that is written belongs to
# two schemas.
replay_schema() {
  { say 'SET SESSION sql_log_bin = 0;' &&
    TZ=UTC mariadb-binlog --no-defaults --disable-log-bin --skip-annotate-row-events --rewrite-db="$1->$aside$1" \
      --database="$1" --start-position="$3" --stop-datetime="$(date -u -d "@$2" '+%F %T')" "${@:5}"; } |
    redirected "$4" | run_statements --binary-mode ||
    fail "$(unless_stopped 'the binary logs cannot be replayed')"
  ! grep -q '^restored' "$4" ||
    fail 'another restore came before that moment, and the logs do not have it: take a backup made after it'
}

# last_entry SUMMARY...: its time, which a log has as `260301  9:05:01`.
last_entry() {
  local day time
  read -r day time <<<"$(cat "$@" | sort | tail -n 1)"
  local_time "$(date -u -d "20${day:0:2}-${day:2:2}-${day:4:2} $time" +%s)"
}

# replay FOLDER SECONDS
replay() {
  local position files schema
  mapfile -t files <"$1/binlogs"
  position=$(jq -r '.binlog.position // ""' "$1/manifest.json")
  progress "going on from the backup to $(local_time "$2"): ${#files[@]} binary logs from ${files[0]}, $position on"
  for schema in "${schemas[@]}"; do replay_schema "$schema" "$2" "$position" "$1/replayed.$schema" "${files[@]}"; done
  progress "the last entry before that moment is of $(last_entry "$1"/replayed.*)"
}
