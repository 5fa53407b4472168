# Processes that this script starts, watches and ends.

declare -A pid_of=()

# start_process NAME COMMAND...: in a session of its own, so that Ctrl-C reaches only this script, which then stops all
# in order; and told to end should this script be killed, so that nothing is left behind.
start_process() {
  local name=$1
  shift
  setsid setpriv --pdeathsig TERM "$@" >>"$logs/$name.log" 2>&1 </dev/null {lock}>&- &
  pid_of[$name]=$!
  say "$!" >"$runtime/$name.pid"
}

is_alive() {
  [[ -n ${pid_of[$1]:-} ]] && kill -0 "${pid_of[$1]}" 2>/dev/null
}

# wait_until SECONDS CONDITION...: false when time is up.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.05
  done
}

is_gone() {
  ! kill -0 "$1" 2>/dev/null
}

# Services let open requests end for 30 s.
end_process() {
  kill -TERM "$1" 2>/dev/null || return 0
  wait_until 40 is_gone "$1" || kill -KILL "$1"
}

stop_process() {
  [[ -n ${pid_of[$1]:-} ]] || return 0
  end_process "${pid_of[$1]}"
  unset "pid_of[$1]"
  rm -f "$runtime/$1.pid"
}

# Ends what an earlier run of this checkout left when it was killed. A number may have gone to a stranger since.
end_leftover() {
  local pid
  pid=$(cat "$runtime/$1.pid" 2>/dev/null) || return 0
  if grep -qsF "$var/" "/proc/$pid/cmdline"; then end_process "$pid"; fi
}
