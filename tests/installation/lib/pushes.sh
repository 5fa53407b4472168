# A push service beside the services of a machine, and Anna's browser, which it wakes.
# shellcheck disable=SC2016  # what is in single quotes is for the shell inside

readonly push_port=7799

# start_push_service MACHINE: a program of this machine in the other's network. It ends with that machine. What it takes
# is in MACHINE.pushes, also over restarts.
start_push_service() {
  setsid nsenter --target "${leader_of[$1]}" --net --pid node "$root/tests/installation/beside/push_service.mjs" \
    "$push_port" "$machines/$1.pushes" >"$logs/push-service-$1.log" 2>&1 </dev/null &
  fact 'a push service is there' wait_until 30 inside_quietly "$1" curl --silent "http://127.0.0.1:$push_port"
}

forget_pushes() { rm -f "$machines"/*.pushes; }

# as_anna MACHINE METHOD JSON: prints the answer.
as_anna() {
  inside "$1" bash -ec '
    ask() { curl --silent --show-error --fail-with-body -H "content-type: application/json" "$@"; }
    token=$(ask -d "$1" http://127.0.0.1:7700/session/login | jq -r .accessToken)
    ask -H "authorization: Bearer $token" -d "$3" "http://127.0.0.1:7700/voronka.$2"
  ' bash "{\"login\": \"$login\", \"password\": \"$password\"}" "$2" "$3"
}

# A subscription of a browser: the last 65 bytes of a public key are its point.
device() {
  inside "$1" bash -ec '
    key=$(openssl ecparam -name prime256v1 -genkey -noout | openssl ec -pubout -outform DER 2>/dev/null |
      tail --bytes=65 | base64 --wrap=0)
    jq -n --arg address "$1" --arg key "$key" --arg secret "$(openssl rand -base64 16)" "{
      requestId: \"browser-of-anna\",
      device: {vendor: \"VENDOR_WEB_PUSH\", name: \"Chrome\", address: \$address, publicKey: \$key, authSecret: \$secret}}"
  ' bash "http://127.0.0.1:$push_port/anna"
}

# task NAME SECONDS: with a reminder that many seconds from now.
task() {
  printf '{"requestId": "%s", "task": {"text": "%s", "dueTime": "%s", "reminders": {"before": ["%ss"]}}}' \
    "$1" "$1" "$(date --utc --date='1 hour' +%FT%TZ)" $((3600 - $2))
}

# remind MACHINE NAME SECONDS
remind() {
  fact "Anna is to be reminded in $3 s" as_anna "$1" crm.v1.TaskService/CreateTask "$(task "$2" "$3")"
}

# Of the pushes that a machine has sent, oldest first: which notification, in which occurrence.
topics() { sed -n 's/.*"topic":"\([^"]*\)".*/\1/p' "$machines/$1.pushes"; }

has_pushed() { [[ -e $machines/$1.pushes && $(topics "$1" | sort -u | wc -l) == "$2" ]]; }

each_came_once() { [[ -z $(topics "$1" | sort | uniq --repeated) ]]; }

none_was_wrong() { ! grep problem "$machines/$1.pushes"; }

# await_pushes MACHINE NUMBER SECONDS: so many since the machine was made, and soon after no other.
await_pushes() {
  fact "push number $2 comes" wait_until "$3" has_pushed "$1" "$2"
  sleep 3
  fact 'each has come once' each_came_once "$1"
  fact 'there is no other' has_pushed "$1" "$2"
  fact 'each is signed and encrypted' none_was_wrong "$1"
}

# What browsers know the server by.
push_keys() { sed -n 's/.*"key":"\([^"]*\)".*/\1/p' "$machines"/*.pushes | sort -u; }

one_key_signs() { [[ $(push_keys | wc -l) == 1 ]]; }

# As a digest, for machines without a push service beside them.
push_key() { inside "$1" sha256sum /var/lib/voronka/keys/private/web_push/web_push.pem; }

keeps_push_key() { [[ $(push_key "$1") == "$2" ]]; }

can_push() { says VENDOR_WEB_PUSH as_anna "$1" notifier.v1.DeviceService/GetPushSettings '{}'; }

wake_a_browser() {
  forget_pushes
  start_push_service "$1"
  fact 'a new installation can push' can_push "$1"
  inside "$1" sed -i "s|^    contact: .*|&\n    allowed_hosts: \"127.0.0.1:$push_port\"|" /etc/voronka/notifier.textproto
  fact 'the notifier is told of the push service' inside "$1" systemctl restart voronka-notifier
  fact 'a browser is registered' wait_until 30 register_a_browser "$1"
  remind "$1" at-first 5
  await_pushes "$1" 1 30
}

# The notifier may not serve yet.
register_a_browser() { as_anna "$1" notifier.v1.DeviceService/RegisterDevice "$(device "$1")"; }

wake_it_after_the_upgrade() {
  start_push_service "$1"
  remind "$1" after-the-upgrade 5
  await_pushes "$1" 2 30
  fact 'the upgrade keeps the key' one_key_signs
}

# Its moment comes when this machine has been backed up, and maybe purged.
plan_a_push_for_later() {
  cp "$machines/$1.pushes" "$machines/before-the-backup.pushes"
  remind "$1" after-the-backup 90
}

nothing_is_pushed_again() {
  [[ -z $(comm -12 <(topics before-the-backup | sort) <(topics "$1" | sort)) ]]
}

# The machine on which the backup is restored, with a push service that was there before.
wake_it_after_the_restore() {
  await_pushes "$1" 1 180
  remind "$1" after-the-restore 5
  await_pushes "$1" 2 30
  fact 'what was pushed before the backup is not pushed again' nothing_is_pushed_again "$1"
  fact 'the restore keeps the key' one_key_signs
}
