# From the release before to this one and back, while clients are at work.
# shellcheck disable=SC2016  # what is in single quotes is for the shell inside

# found_company MACHINE PREVIOUS NEWER: a machine of the release before, with a company on it.
found_company() {
  install_package "$1" "$2"
  cp "$2" "$machines/$1/root/previous.deb"
  cp "$3" "$machines/$1/root/newer.deb"
  cp "$root"/tests/installation/inside/* "$machines/$1/root/"
  settle "$1"
  fact 'a company begins with the release before' inside "$1" bash -c '/root/company "$1" >/root/form' bash "$password"
}

copy_machine() {
  stop_machine "$1"
  rm -rf "${machines:?}/$2"
  cp -a "$machines/$1" "$machines/$2"
  start_machine "$1"
  fact 'the gateway is ready' wait_until 60 ready "$1"
}

# Names of the migrations of crm_service that a machine has not had.
pending_migrations() {
  comm -23 <(basename -s .sql "$root"/crm_service/schema/*.sql | sort) \
    <(stored "$1" 'SELECT name FROM schema_migrations' | sort)
}

has_every_migration() { [[ -z $(pending_migrations "$1") ]]; }

# at MACHINE UNIT WHEN: the milliseconds since the boot of this machine, which containers share.
at() { say $(($(inside "$1" systemctl show -P "$3Monotonic" "$2") / 1000)); }

now() { awk '{ print int($1 * 1000) }' /proc/uptime; }

# restart_time MACHINE END UNIT...: from when the first of them began to stop.
restart_time() {
  local unit begin=$2 moment
  for unit in "${@:3}"; do
    moment=$(at "$1" "$unit" ActiveExitTimestamp)
    ((moment >= begin)) || begin=$moment
  done
  say $(($2 - begin))
}

# docs/decisions/0015: a gateway prints only what it knows.
gateway_left_before_crm_came() {
  (($(at "$1" voronka-gateway InactiveEnterTimestamp) <= $(at "$1" voronka-crm ExecMainStartTimestamp)))
}

# exchange MACHINE PHASE SENTENCE PACKAGE [OPTION...]: installs the package while clients are at work. Programs of the
# release before may not tell systemd when they serve, so the gateway is asked.
exchange() {
  local end
  start_clients "$1" "$2"
  fact "$3" inside "$1" apt-get install --yes "${@:5}" "/root/$4"
  fact 'the services run' inside "$1" systemctl is-active "${units[@]}"
  fact 'the gateway is ready' wait_until 60 ready "$1"
  end=$(now)
  sleep 3
  hold_what_was_told "$1" "$2"
  nobody_waited_longer "$1" "$2" "$(restart_time "$1" "$end" "${units[@]}")"
}

upgrade_and_go_back() {
  local key
  key=$(push_key "$1")
  say "   to migrate: $(pending_migrations "$1" | tr '\n' ' ')"
  exchange "$1" upgrade 'the machine is upgraded' newer.deb
  fact 'every migration is applied' has_every_migration "$1"
  fact 'the former gateway had gone before the newer crm_service came' gateway_left_before_crm_came "$1"
  exchange "$1" back 'it goes back to the release before' previous.deb --allow-downgrades
  upgrade_one_by_one "$1"
  exchange "$1" again 'it is upgraded again' newer.deb
  fact 'all that has kept the key of pushes' keeps_push_key "$1" "$key"
  fact 'it can push' can_push "$1"
}

# Runs the newer program of a service beside the former package.
use_newer() {
  sed 's|/usr/libexec/voronka|/opt/newer&|' "$machines/$1/opt/newer/lib/systemd/system/voronka-$2.service" \
    >"$machines/$1/etc/systemd/system/voronka-$2.service"
  inside "$1" systemctl daemon-reload
  inside "$1" systemctl restart "voronka-$2"
}

# The gateway first: docs/decisions/0015.
upgrade_one_by_one() {
  local service end
  inside "$1" dpkg-deb --extract /root/newer.deb /opt/newer
  for service in gateway crm distribution notifier; do
    start_clients "$1" "newer-$service"
    fact "$service is upgraded, what comes after it is not" use_newer "$1" "$service"
    fact 'the gateway is ready' wait_until 60 ready "$1"
    end=$(now)
    sleep 2
    hold_what_was_told "$1" "newer-$service"
    nobody_waited_longer "$1" "newer-$service" "$(restart_time "$1" "$end" "voronka-$service")"
  done
  rm "$machines/$1"/etc/systemd/system/voronka-{crm,distribution,notifier,gateway}.service
}

# begin_upgrade MACHINE: as apt's own process tree, which can be killed as a whole.
begin_upgrade() {
  inside "$1" systemctl reset-failed upgrade 2>/dev/null || true
  inside "$1" systemd-run --quiet --unit=upgrade apt-get install --yes /root/newer.deb
}

kill_upgrade() {
  inside "$1" systemctl kill --signal=KILL upgrade
  wait_until 10 refuses inside "$1" systemctl is-active --quiet upgrade
}

is_unpacking() { compgen -G "$machines/$1/usr/libexec/voronka/*.dpkg-new" >/dev/null; }

kill_while_it_unpacks() {
  begin_upgrade "$1"
  until is_unpacking "$1"; do inside_quietly "$1" systemctl is-active upgrade || return 1; done
  kill_upgrade "$1"
}

# The table that the first pending migration alters.
altered_table() {
  local name
  for name in $(pending_migrations "$1"); do
    sed -n 's/^ALTER TABLE \([a-z_]*\).*/\1/p' "$root/crm_service/schema/$name.sql"
  done | head -n 1
}

# A transaction that has read a table keeps it from being altered.
hold_table() {
  inside "$1" systemd-run --quiet --unit=reader mariadb voronka_crm -e \
    "START TRANSACTION; SELECT 1 FROM $2 LIMIT 1; SELECT SLEEP(600)"
}

reader() { inside "$1" mariadb -BNe "SELECT id FROM information_schema.processlist WHERE info = 'SELECT SLEEP(600)'"; }

holds_table() { [[ -n $(reader "$1") ]]; }

release_table() { inside "$1" mariadb -e "KILL $(reader "$1")"; }

is_migrating() {
  inside "$1" mariadb -BNe "SELECT info FROM information_schema.processlist WHERE info LIKE '%ALTER TABLE $2%'
    AND state LIKE 'Waiting for table metadata lock'" | grep -q .
}

kill_while_it_migrates() {
  local table=$2
  hold_table "$1" "$table" && wait_until 30 holds_table "$1" || return 1
  begin_upgrade "$1" && wait_until 120 is_migrating "$1" "$table" || return 1
  kill_upgrade "$1"
  inside "$1" systemctl kill --signal=KILL voronka-crm
  release_table "$1"
}

survive_kills_of_an_upgrade() {
  local table
  fact 'the gateway is ready' wait_until 60 ready "$1"
  table=$(altered_table "$1")
  start_clients "$1" killed
  fact 'apt is killed while it unpacks' kill_while_it_unpacks "$1"
  fact 'the services serve all the same' ready "$1"
  fact 'apt says in a line what to do' says "run 'dpkg --configure -a'" inside "$1" apt-get install --yes /root/newer.deb
  fact 'dpkg clears up' inside "$1" dpkg --configure -a
  if [[ -n $table ]]; then
    fact 'apt and crm_service are killed while it migrates' kill_while_it_migrates "$1" "$table"
  else
    say '   this release alters no table of crm_service: nothing is killed while it migrates'
    fact 'apt begins again' inside "$1" apt-get install --yes /root/newer.deb
  fi
  fact 'dpkg goes on' inside "$1" dpkg --configure -a
  fact 'the services run' inside "$1" systemctl is-active "${units[@]}"
  fact 'the gateway is ready' wait_until 60 ready "$1"
  fact 'every migration is applied' has_every_migration "$1"
  hold_what_was_told "$1" killed
  say "   the longest wait for an answer was $(seconds "$(longest_wait "$1" killed)") s"
}
