# The commands of ./deploy/run.

prepare() {
  local more
  require_debian_12
  make_layout
  mapfile -t more < <(web_client_is_built || web_packages)
  install_missing_packages run build "${more[@]}"
  build_release
  build_web_client
}

# Runs stop_system however this script ends, Ctrl-C included.
stop_at_the_end() {
  trap 'say "Stopping"; exit 0' INT TERM HUP
  trap 'trap "" INT TERM HUP; stop_system' EXIT
}

run_system() {
  make_layout
  take_lock
  end_leftovers
  prepare
  require_space "$var" 300 'the data'
  require_free_ports
  make_keys
  write_configurations
  [[ $1 != --fresh ]] || rm -rf -- "$data"
  make_database
  stop_at_the_end
  start_system
  addresses >"$serving.new"
  mv "$serving.new" "$serving"
  announce
  supervise
}

# tell_story [SOLUTION] [ARGUMENT...]
tell_story() {
  if (($# == 0)) || [[ $1 == -* ]]; then
    use_system
    play_story "$@"
  else
    require_solution "$1"
    use_system
    play_story_of "$@"
  fi
}

# add_demo SOLUTION [ARGUMENT...]
add_demo() {
  require_solution "${1:-}"
  use_system
  give_life "$@"
}

# The running one, or else one for as long as this script runs.
use_system() {
  make_layout
  if is_not_running; then
    prepare
    start_in_background
  fi
  wait_until 600 serves_or_stopped || fail 'the system that is being started does not come to serve'
  [[ -f $serving ]] || fail_with_log "$logs/run.log" 'the system did not start'
}

start_in_background() {
  say 'Starting the services for the time of this command'
  rm -f "$serving"
  "$root/deploy/run" >"$logs/run.log" 2>&1 </dev/null &
  pid_of[run]=$!
  trap 'exit 130' INT TERM HUP
  trap 'stop_process run' EXIT
}

serves_or_stopped() {
  [[ -f $serving ]] || { is_not_running && ! is_alive run; }
}

stop_run() {
  make_layout
  is_running || { say 'Not running.' && return; }
  kill -TERM "$(cat "$runtime/run.pid")"
  wait_until 180 is_not_running || fail 'it does not stop'
  say 'Stopped.'
}

# The exit status is 0 only if everything runs.
show_status() {
  make_layout
  is_running || fail 'not running; ./deploy/run starts it'
  [[ -f $serving ]] || fail 'starting'
  local name
  for name in mariadb "${services[@]}"; do show_process "$name"; done
  cat "$serving"
}

show_process() {
  pid_of[$1]=$(cat "$runtime/$1.pid")
  is_alive "$1" || fail "$1 is down; its log: $logs/$1.log"
  say "$(printf '%-13s process %s' "$1" "${pid_of[$1]}")"
}
