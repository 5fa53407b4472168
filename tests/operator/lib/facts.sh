# What a test of the operator establishes.

fail() {
  printf 'not so: %s\n' "$*" >&2
  tail -n 20 "$work/log" >&2
  exit 1
}

# fact SENTENCE COMMAND...
fact() { "${@:2}" >"$work/log" 2>&1 || fail "$1"; }

refuses() { ! "$@"; }

# fails_with STATUS TEXT COMMAND...: and says that.
fails_with() {
  local status=0
  "${@:3}" >"$work/output" 2>&1 || status=$?
  cat "$work/output"
  [[ $status == "$1" ]] && grep -qF -- "$2" "$work/output"
}

# says TEXT COMMAND...: whatever its exit status.
says() {
  "${@:2}" >"$work/output" 2>&1 || true
  cat "$work/output"
  grep -qF -- "$1" "$work/output"
}

# killed_after SECONDS COMMAND...
killed_after() { killed_when "sleep $1" "${@:2}"; }

# killed_once_begun FILE COMMAND... kills the command as soon as it has made FILE.
killed_once_begun() { killed_when "appears $1" "${@:2}"; }

appears() { timeout 20 bash -c "until [[ -e '$1' ]]; do sleep 0.01; done"; }

# killed_when "WAITING COMMAND" COMMAND...
killed_when() {
  local waiting
  read -ra waiting <<<"$1"
  setsid "${@:2}" >"$work/killed.log" 2>&1 &
  local process=$!
  "${waiting[@]}" || true
  kill -KILL -- "-$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
}
