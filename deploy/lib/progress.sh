# Progress of long work.

# Shows lines `progress NN% TEXT` of its input: on a terminal in one line, elsewhere every tenth per cent. Any other
# line, as a compiler's error, passes through.
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
