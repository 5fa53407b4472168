# Starts, watches and ends the processes of this script.

declare -A pid_of=()

# start_process NAME COMMAND...: the process gets its own session, so that Ctrl-C reaches only this script, which then
# stops everything in order. It is told to end if this script is killed, so that nothing is left behind.
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

# wait_until SECONDS CONDITION...: false on timeout.
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

# Waits 40 s before killing: services give open requests 30 s to finish.
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

# Ends what an earlier, killed run of this checkout left behind. Its process id may belong to another program by now.
end_leftover() {
  local pid
  pid=$(cat "$runtime/$1.pid" 2>/dev/null) || return 0
  if grep -qsF "$var/" "/proc/$pid/cmdline"; then end_process "$pid"; fi
}
