# Clients that work while a machine is upgraded, and what must hold of what they were told.

# Two digits of the phones of those who send inquiries, so that nobody is met twice.
series=10

# start_client MACHINE NAME WORK ARGUMENT...: as a unit, which ends with the machine.
start_client() {
  inside "$1" systemd-run --quiet --unit="client-$2" --property="StandardOutput=file:/root/$2.answers" \
    --property="StandardError=file:/root/$2.errors" bash /root/client "$3" "$2" "${@:4}"
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

have_ended() { ! inside_quietly "$1" systemctl is-active "client-$2-*"; }

# end_clients MACHINE PHASE: each has the answer to its last request then.
end_clients() {
  touch "$machines/$1/root/enough"
  wait_until 120 have_ended "$1" "$2"
  cat "$machines/$1/root/$2"-*.errors
  ! inside_quietly "$1" systemctl is-failed "client-$2-*" && have_ended "$1" "$2"
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
  fact 'everybody is answered, nobody is refused' end_clients "$1" "$2"
  fact "$(answered "$1" "$2-inquiries-*" 1 | wc -l) inquiries: each is a deal, once" inquiries_are_deals "$1" "$2"
  fact "$(answered "$1" "$2-moves-*" 1 | wc -l) moves: each is in the stage history, once" moves_are_history "$1" "$2"
  fact 'every deal is offered' wait_until 30 all_are_offered "$1" "$2"
}

seconds() { awk "BEGIN { printf \"%.1f\", $1 / 1000 }"; }

# nobody_waited_longer MACHINE PHASE MILLISECONDS: than that and 10 s more, for the services to find each other again and
# for a machine that has other things to do.
nobody_waited_longer() {
  local longest
  longest=$(longest_wait "$1" "$2")
  fact "the longest wait for an answer was $(seconds "$longest") s, the services' restart took $(seconds "$3") s" \
    test "$longest" -le $(($3 + 10000))
}
