# One run at a time per checkout. The kernel releases the lock, however its holder ends.

take_lock() {
  exec {lock}>>"$runtime/lock"
  flock --wait 1 "$lock" ||
    fail "already running in this checkout (process $(cat "$runtime/run.pid")); ./deploy/run stop ends it"
  say $$ >"$runtime/run.pid"
}

is_running() {
  ! flock --nonblock --shared "$runtime/lock" true
}

is_not_running() {
  ! is_running
}
