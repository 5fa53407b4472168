# Clients that work while a machine is upgraded, and what must hold of what they were told.

clients=()
# Two digits of the phones of those who send inquiries, so that nobody is met twice.
series=10

# start_client MACHINE NAME WORK ARGUMENT...
start_client() {
  inside "$1" bash /root/client "$3" "$2" "${@:4}" >"$machines/$1/root/$2.answers" 2>"$logs/client-$2.log" &
  clients+=($!)
}

# start_clients MACHINE PHASE: three fill in the form, two move deals.
start_clients() {
  local number
  rm -f "$machines/$1/root/enough"
  for number in 1 2 3; do
    start_client "$1" "$2-inquiries-$number" inquiries "$(cat "$machines/$1/root/form")" $((series++))
  done
  for number in 1 2; do start_client "$1" "$2-moves-$number" moves "$password"; done
  fact 'clients are at work' wait_until 30 are_answered "$1" "$2"
}

are_answered() {
  local number
  for number in 1 2 3; do [[ -s $machines/$1/root/$2-inquiries-$number.answers ]] || return 1; done
  for number in 1 2; do [[ -s $machines/$1/root/$2-moves-$number.answers ]] || return 1; done
}

# Each has the answer to its last request then.
end_clients() {
  local client failed=0
  touch "$machines/$1/root/enough"
  for client in "${clients[@]}"; do wait "$client" || failed=1; done
  clients=()
  return "$failed"
}

# answered MACHINE NAME-PATTERN COLUMN
answered() { find "$machines/$1/root" -maxdepth 1 -name "$2.answers" -exec awk "{ print \$$3 }" {} +; }

longest_wait() { answered "$1" "$2-*" 2 | sort -n | tail -n 1; }

stored() { inside "$1" mariadb -BNe "$2" voronka_crm; }

inquiries_are_deals() {
  diff <(answered "$1" "$2-inquiries-*" 1 | sort) \
    <(stored "$1" "SELECT text FROM inquiries JOIN deals ON deals.account_id = inquiries.account_id
      AND deals.id = deal_id WHERE text LIKE '$2-%'" | sort) &&
    [[ $(answered "$1" "$2-inquiries-*" 1 | wc -l) == \
      $(stored "$1" "SELECT COUNT(DISTINCT deal_id) FROM inquiries WHERE text LIKE '$2-%'") ]]
}

# The stages that the deals have been in, in order, after the one where they were created.
moves_are_history() {
  local number
  for number in 1 2; do
    diff <(answered "$1" "$2-moves-$number" 3) \
      <(stored "$1" "SELECT stage FROM stage_visits WHERE deal_id = (SELECT id FROM deals WHERE
        name = '$2-moves-$number') ORDER BY id" | tail -n +2) || return 1
  done
}

all_are_offered() {
  [[ $(stored "$1" "SELECT COUNT(*) FROM inquiries JOIN deals ON deals.account_id = inquiries.account_id
    AND deals.id = deal_id WHERE text LIKE '$2-%' AND responsible_user_id = 0") == 0 ]]
}

# hold_what_was_told MACHINE PHASE
hold_what_was_told() {
  fact 'nobody was refused' end_clients "$1"
  fact "$(answered "$1" "$2-inquiries-*" 1 | wc -l) inquiries: each is a deal, once" inquiries_are_deals "$1" "$2"
  fact "$(answered "$1" "$2-moves-*" 1 | wc -l) moves: each is in the stage history, once" moves_are_history "$1" "$2"
  fact 'every deal is offered' wait_until 30 all_are_offered "$1" "$2"
}

seconds() { awk "BEGIN { printf \"%.1f\", $1 / 1000 }"; }

# nobody_waited_longer MACHINE PHASE MILLISECONDS: than that, the time until the next try, and that until the services
# have found each other.
nobody_waited_longer() {
  local longest
  longest=$(longest_wait "$1" "$2")
  fact "the longest wait for an answer was $(seconds "$longest") s, the services' restart took $(seconds "$3") s" \
    test "$longest" -le $(($3 + 5000))
}
