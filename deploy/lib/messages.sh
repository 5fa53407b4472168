# Messages to the person who runs the scripts.

say() {
  printf '%s\n' "$*"
}

fail() {
  printf 'voronka: %s\n' "$*" >&2
  exit 1
}

# fail_with_log LOG MESSAGE: also prints the last lines of the log.
fail_with_log() {
  local log=$1
  shift
  if [[ -s $log ]]; then
    printf '%s\n' "The last lines of $log:" >&2
    tail -n 8 "$log" | sed 's/^/  /' >&2
  fi
  fail "$*"
}
