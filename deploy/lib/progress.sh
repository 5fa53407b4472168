# Progress of long-running work.

# Shows the lines `progress NN% TEXT` of its input: on a terminal as one line, elsewhere every ten per cent. Other
# lines, such as compiler errors, pass through.
show_progress() {
  local line shown=0
  while IFS= read -r line; do
    if [[ ! $line =~ ^progress\ +([0-9]+)%\ (.*) ]]; then
      clear_progress
      say "$line"
    elif [[ -t 1 ]]; then
      printf '\r\e[K  %3d %%  %.*s' "${BASH_REMATCH[1]}" "$((${COLUMNS:-80} - 12))" "${BASH_REMATCH[2]}"
    elif ((BASH_REMATCH[1] / 10 > shown)); then
      shown=$((BASH_REMATCH[1] / 10))
      say "  $((shown * 10)) %"
    fi
  done
  clear_progress
}

clear_progress() {
  [[ ! -t 1 ]] || printf '\r\e[K'
}
