# Keeps the logs of what runs from filling the disk.

readonly log_limit=$((64 * 1024 * 1024))

# The program goes on with the same file, which it only ever appends to. At most the lines that it writes between the
# copy and the cut are lost.
cut_log() {
  local log=$1 size
  size=$(stat -c %s "$log" 2>/dev/null) || return 0
  ((size > log_limit)) || return 0
  cp "$log" "$log.1" && : >"$log"
}

cut_long_logs() {
  local name
  for name in mariadb "${services[@]}"; do cut_log "$logs/$name.log"; done
}
