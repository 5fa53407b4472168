# The life of an installation.
# shellcheck disable=SC2016  # what is in single quotes is for the shell inside

readonly host=crm.example.com
readonly login=anna@example.com
readonly password='correct horse battery'
readonly units=(voronka-crm voronka-distribution voronka-notifier voronka-gateway)

install_package() {
  cp "$2" "$machines/$1/root/voronka.deb"
  fact 'the package installs' inside "$1" dpkg --install /root/voronka.deb
}

ready() {
  inside "$1" curl --silent --fail http://127.0.0.1:7700/readyz | grep -q '"distribution": *"serving"'
}

settle() {
  fact 'the services run' inside "$1" systemctl is-active "${units[@]}"
  fact 'the gateway is ready' wait_until 30 ready "$1"
  fact 'they run as an unprivileged user' inside "$1" bash -c \
    'test "$(ps -o user= -p "$(systemctl show -P MainPID voronka-crm)")" = voronka'
  fact 'that user sees no other schema' refuses inside "$1" setpriv --reuid voronka --regid voronka --clear-groups \
    mariadb mysql -e 'SELECT 1'
  fact 'others cannot read the keys' refuses inside "$1" setpriv --reuid nobody --regid nogroup --clear-groups \
    cat /var/lib/voronka/keys/private/crm/crm.pem
}

open_account() {
  inside "$1" sed -i "s|^# public_url.*|public_url: \"https://$host\"|" /etc/voronka/gateway.textproto
  fact 'the gateway takes a public address' inside "$1" systemctl restart voronka-gateway
  fact 'the operator makes an account' inside "$1" bash -c \
    "voronka-operator account create --name Ромашка --admin-login $login --admin-name Анна >/root/link"
  fact 'the link leads to the public address' inside "$1" grep -qE "^https://$host/join#.{20,}$" /root/link
  fact 'the account is listed' says Ромашка inside "$1" voronka-operator account list
  fact 'the admin sets a password' inside "$1" bash -c '
    curl --silent --fail -H "content-type: application/json" \
      -d "{\"token\": \"$(sed "s/.*#//" /root/link)\", \"newPassword\": \"$1\"}" \
      http://127.0.0.1:7700/voronka.crm.v1.SessionService/RedeemPasswordLink' bash "$password"
}

serve_public() {
  fact 'voronka-public does not start without a certificate' refuses inside "$1" systemctl start voronka-public
  fact 'it says why' says 'name a certificate in /etc/voronka/public.env' inside "$1" journalctl -u voronka-public
  inside "$1" bash -ec '
    install -d -m 0750 -g haproxy /etc/voronka/tls
    cd /etc/voronka/tls
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" \
      -addext "subjectAltName=DNS:$1" -keyout key.pem -out certificate.pem 2>/dev/null
    cat certificate.pem key.pem >public.pem
    chgrp haproxy public.pem && chmod 0640 public.pem
    echo VORONKA_CERTIFICATE=/etc/voronka/tls/public.pem >>/etc/voronka/public.env' bash "$host"
  fact 'voronka-public starts with one' inside "$1" systemctl enable --now voronka-public
}

logs_in() {
  inside "$1" curl --silent --show-error --fail --cacert /etc/voronka/tls/certificate.pem \
    -H "origin: https://$host" -H 'content-type: application/json' \
    -d "{\"login\": \"$login\", \"password\": \"$password\"}" "https://$host/session/login" | grep -q accessToken
}

log_in() {
  fact 'the admin logs in through TLS' wait_until 30 logs_in "$1"
}

back_up() {
  fact 'a backup is made while the services serve, and tried' inside "$1" voronka-operator backup --verify \
    /var/backups/voronka
  cp "$machines/$1"/var/backups/voronka/voronka-*Z.tar "$machines/backup.tar"
  fact 'the services served throughout' inside "$1" systemctl is-active "${units[@]}"
  fact 'the operator finds everything in place' inside "$1" voronka-operator check
}

# As if the package were of a release that brings this migration.
readonly migration=0131_index_overdue_tasks

is_migrated() {
  inside "$1" mariadb -BNe "SELECT name FROM voronka_crm.schema_migrations WHERE name = '$migration'" | grep -q .
}

survive_upgrade_and_restart() {
  inside "$1" mariadb -e "DELETE FROM voronka_crm.schema_migrations WHERE name = '$migration';
    DROP INDEX tasks_overdue ON voronka_crm.tasks"
  fact 'what an upgrade will migrate is told' says "$migration: tasks" inside "$1" voronka-operator upgrade-plan \
    /root/voronka.deb
  fact 'that changes nothing' refuses is_migrated "$1"
  fact 'the package is upgraded' inside "$1" dpkg --install /root/voronka.deb
  fact 'it has migrated' is_migrated "$1"
  fact 'the services run again' inside "$1" systemctl is-active "${units[@]}" voronka-public
  log_in "$1"
  stop_machine "$1"
  start_machine "$1"
  log_in "$1"
}

# The figure of systemd-analyze goes from 0, safe, to 10.
exposure() {
  inside "$1" systemd-analyze security --no-pager "$2" | sed -n 's/.*exposure level for.*: \([0-9.]*\).*/\1/p'
}

keep_units_within_bounds() {
  local unit figure
  for unit in "${units[@]}" voronka-public; do
    figure=$(exposure "$1" "$unit")
    fact "$unit is exposed by $figure of 10, at most 3" awk "BEGIN { exit !($figure <= 3) }"
  done
}

purge() {
  fact 'the package can be purged' inside "$1" apt-get purge --yes voronka
  fact 'keys and configuration are gone' inside "$1" test ! -e /var/lib/voronka -a ! -e /etc/voronka
  fact 'nothing of it runs' refuses inside "$1" pgrep -f '/usr/libexec/voronka|voronka/haproxy.cfg'
  fact 'the data are not' says voronka_crm inside "$1" mariadb -e 'SHOW DATABASES'
  stop_machine "$1"
}

restore_elsewhere() {
  cp "$machines/backup.tar" "$machines/$1/root/backup.tar"
  head -c "$(($(stat -c %s "$machines/backup.tar") / 2))" "$machines/backup.tar" >"$machines/$1/root/cut.tar"
  fact 'a cut backup is refused' says 'cut.tar is' inside "$1" voronka-operator restore /root/cut.tar
  fact 'another machine restores the backup' inside "$1" voronka-operator restore --configuration /root/backup.tar
  fact 'the gateway is ready again' wait_until 30 ready "$1"
  fact 'a second restore needs permission' says 'restore --replace' inside "$1" voronka-operator restore /root/backup.tar
}

# killed_at PATTERN COMMAND...: kills it, with all that it has started, when it says so.
killed_at() {
  inside two bash -c '
    pattern=$1; shift
    setsid "$@" >/root/killed.log 2>&1 &
    for ((i = 0; i < 3000; ++i)); do
      ! grep -q "$pattern" /root/killed.log || { kill -KILL -- -$!; exit 0; }
      sleep 0.01
    done
    exit 1' bash "$@"
}

is_half_restored() {
  inside two mariadb -BNe "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'unfinished_restore'" |
    grep -qv '^0$'
}

survive_kills() {
  fact 'a backup is killed' killed_at 'MiB in the database' voronka-operator backup /var/backups/voronka
  fact 'it leaves nothing that looks like a backup' refuses inside "$1" bash -c 'ls /var/backups/voronka/*.tar'
  fact 'the next one succeeds' inside "$1" voronka-operator backup /var/backups/voronka
  fact 'it leaves nothing else' refuses inside "$1" bash -c 'ls -d /var/backups/voronka/*.part'
  fact 'a restore is killed while it loads' killed_at 'comparing' voronka-operator restore --replace /root/backup.tar
  log_in "$1"
  fact 'a restore is killed while the data take their place' killed_at 'putting the data in place' \
    voronka-operator restore --replace /root/backup.tar
  fact 'the database is half restored then' is_half_restored
  inside_quietly "$1" timeout 5 systemctl start voronka.target "${units[@]}" || true
  fact 'no service serves' refuses inside "$1" systemctl is-active --quiet voronka-crm
  fact 'it says what to do' says 'run `voronka-operator restore` again' inside "$1" journalctl -u voronka-crm
  fact 'a backup of that is refused' says 'half restored' inside "$1" voronka-operator backup /root
  fact 'the restore is run again, to its end' inside "$1" voronka-operator restore /root/backup.tar
  log_in "$1"
}

count_accounts() { inside two mariadb -BNe 'SELECT COUNT(*) FROM voronka_crm.accounts'; }

has_accounts() { [[ $(count_accounts) == "$1" ]]; }

go_back_to_a_moment() {
  local moment before
  before=$(count_accounts)
  printf '[mariadbd]\nlog_bin = /var/lib/mysql/binlog\nbinlog_format = ROW\nsync_binlog = 1\n' \
    >"$machines/$1/etc/mysql/mariadb.conf.d/60-binlog.cnf"
  fact 'the binary log is switched on' inside "$1" systemctl restart mariadb
  fact 'the services find the database again' wait_until 60 ready "$1"
  inside "$1" rm -f /root/before.tar
  fact 'a backup notes where it stands' inside "$1" voronka-operator backup /root/before.tar
  fact 'an account is made' wait_until 30 inside_quietly "$1" voronka-operator account create --name Kept \
    --admin-login kept@example.com
  sleep 2
  moment=$(inside "$1" date '+%F %T')
  sleep 2
  inside_quietly "$1" voronka-operator account create --name Mistaken --admin-login mistaken@example.com
  fact 'two accounts are made, one by mistake' has_accounts $((before + 2))
  fact 'the system goes back to a moment' inside "$1" voronka-operator restore --replace --until "$moment" \
    /root/before.tar
  fact 'what came before it is there, what came after is not' has_accounts $((before + 1))
}
