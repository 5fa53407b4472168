# Restarts processes that end, as an init system would, and keeps their logs from growing without end.

readonly restart_delay=0.5
# Seconds between two looks at the logs.
readonly log_interval=60
# A process that ends within this many seconds, this many times in a row, is not restarted again.
readonly short_life=5
readonly short_lives_allowed=20

declare -A started_at=() short_lives=()

how_it_ended() {
  local status=0
  wait "$1" || status=$?
  if ((status > 128)); then say "signal $((status - 128))"; else say "status $status"; fi
}

count_short_life() {
  local lived=$((SECONDS - ${started_at[$1]:-0}))
  short_lives[$1]=$((lived < short_life ? ${short_lives[$1]:-0} + 1 : 0))
  ((short_lives[$1] < short_lives_allowed)) || fail_with_log "$logs/$1.log" "$1 ends again and again"
}

revive() {
  count_short_life "$1"
  say "$(printf '%(%H:%M:%S)T' -1)  $1 ended ($(how_it_ended "${pid_of[$1]}")), started again; its log: $logs/$1.log"
  start "$1"
  started_at[$1]=$SECONDS
}

# A child that ends when the logs are to be looked at again: `wait -n` returns then, too.
start_ticker() {
  setpriv --pdeathsig TERM sleep "$log_interval" {lock}>&- &
  ticker=$!
}

supervise() {
  local name ticker
  start_ticker
  while true; do
    wait -n 2>/dev/null || true # not to print what bash says of a killed job
    if is_gone "$ticker"; then
      cut_long_logs
      start_ticker
    fi
    sleep "$restart_delay"
    for name in mariadb "${services[@]}"; do
      is_alive "$name" || revive "$name"
    done
  done
}
