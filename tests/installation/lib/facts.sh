# Facts that the run establishes.

facts=0

# fact SENTENCE COMMAND...
fact() {
  "${@:2}" >"$logs/fact.log" 2>&1 || fail_with_log "$logs/fact.log" "not so: $1"
  say "ok  $1"
  facts=$((facts + 1))
}

refuses() { ! "$@"; }

# says TEXT COMMAND...: whatever its exit status.
says() {
  local output
  output=$("${@:2}" 2>&1) || true
  say "$output"
  [[ $output == *"$1"* ]]
}
