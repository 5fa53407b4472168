# Starts and stops the services and their database together.

# start NAME: NAME is mariadb or a service.
start() {
  if [[ $1 == mariadb ]]; then
    start_database
  else
    start_process "$1" "$programs/${program_of[$1]}" --config "$configurations/$1.textproto"
  fi
}

answers() {
  if [[ $1 == mariadb ]]; then database_answers; else port_answers "${port_of[$1]}"; fi
}

port_answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

require_free_ports() {
  local service port
  for service in "${services[@]}"; do
    for port in "${port_of[$service]}" "${metrics_port_of[$service]}"; do
      ! port_answers "$port" || fail "port $port ($service) is taken by another program; --help tells how to choose"
    done
  done
}

answers_or_ended() {
  ! is_alive "$1" || answers "$1"
}

# Allows 60 s, since a crashed database recovers before it answers.
start_and_wait() {
  start "$1"
  if ! wait_until 60 answers_or_ended "$1" || ! is_alive "$1"; then
    fail_with_log "$logs/$1.log" "$1 does not start"
  fi
}

keep_one_old_log() {
  [[ ! -s $logs/$1.log ]] || mv "$logs/$1.log" "$logs/$1.log.1"
}

# start_in_turn NAME...
start_in_turn() {
  local name
  for name in "$@"; do
    keep_one_old_log "$name"
    start_and_wait "$name"
  done
}

# The gateway starts last: by then the demo site that it serves exists.
start_system() {
  start_in_turn mariadb crm distribution notifier
  make_demo_account
  make_demo_site
  start_in_turn gateway
}

end_leftovers() {
  local name
  for name in gateway notifier distribution crm mariadb; do end_leftover "$name"; done
  rm -f "$serving"
}

# Callers stop before those they call, and the database last.
stop_system() {
  local name
  rm -f "$serving"
  for name in gateway notifier distribution crm mariadb; do stop_process "$name"; done
}

addresses() {
  local service
  for service in "${services[@]}"; do
    say "VORONKA_${service^^}=127.0.0.1:${port_of[$service]}"
  done
}
