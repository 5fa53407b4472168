# The demo accounts, one for each solution, and the stories that play in them.

# The one that everybody begins with.
readonly usual_solution=wholesale

# require_solution NAME: one that comes with the program.
require_solution() {
  local names
  names=$(basename -s .textproto "$root"/solutions/*.textproto)
  grep -qxF -- "$1" <<<"$names" || fail "not a solution: '$1'; there are: ${names//$'\n'/ }"
}

# Of the system that is being started.
make_demo_account() {
  local environment
  mapfile -t environment < <(addresses)
  env "${environment[@]}" "$programs/voronka-demo" account --operator-key "$(private_key operator)" \
    --solution "$usual_solution" | tee "$logs/demo.log"
}

# The page of a company whose form sends inquiries to the demo account. It holds the key of that account's form. The
# gateway reads the files when it starts.
make_demo_site() {
  local key
  key=$(sed -n 's|^Форма сайта: /forms/||p' "$logs/demo.log")
  mkdir -p "$demo_site"
  [[ -n $key ]] || return 0
  cp "$root/demo/site/style.css" "$demo_site/"
  fill "$root/demo/site/index.html.in" "form_key=$key" >"$demo_site/index.html"
}

# run_demo ARGUMENT...: on the running system, whoever started it and on whatever ports.
run_demo() {
  local environment
  mapfile -t environment <"$serving"
  env "${environment[@]}" "$programs/voronka-demo" "$@"
}

# make_account SOLUTION: what the account does not have yet.
make_account() {
  run_demo account --operator-key "$(private_key operator)" --solution "$1"
}

play_story() {
  run_demo story --run-dir "$runtime" "$@"
}

# play_story_of SOLUTION ARGUMENT...
play_story_of() {
  make_account "$1" >"$logs/account.log"
  run_demo story --solution "$@"
}

# give_life SOLUTION ARGUMENT...
give_life() {
  make_account "$1"
  run_demo life --solution "$@"
}
