# A private MariaDB, and an installation with small schemas of its own: the services have no part in it.

work=$(mktemp -d)
readonly work
# Names may have blanks.
export VORONKA_ETC="$work/a b/etc" VORONKA_STATE="$work/a b/state" VORONKA_TEXTFILES="$work/a b/textfiles"
export VORONKA_DATABASE_SOCKET=$work/socket
# shellcheck disable=SC2154  # of the test
export PATH=$VORONKA_PROGRAMS:$root/deploy/operator:$PATH

kill_database() {
  [[ ! -f $work/pid ]] || kill -KILL "$(<"$work/pid")" 2>/dev/null || true
}

clean_up() {
  kill_database
  rm -rf "$work"
}

sql() { mariadb --no-defaults --socket="$VORONKA_DATABASE_SOCKET" --default-character-set=utf8mb4 -BN -e "$1"; }

answers() { mariadb-admin --no-defaults --socket="$VORONKA_DATABASE_SOCKET" ping; }

# A server that starts removes the temporary tables it finds, even those of another server.
install_database() {
  fact 'the database is installed' mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$work/data" \
    --tmpdir="$work" --skip-test-db --force --auth-root-authentication-method=socket \
    --auth-root-socket-user="$(id -un)"
}

start_database() {
  /usr/sbin/mariadbd --no-defaults --user="$(id -un)" --datadir="$work/data" --tmpdir="$work" \
    --socket="$VORONKA_DATABASE_SOCKET" \
    --skip-networking --pid-file="$work/pid" --log-bin=binlog --binlog-format=ROW >"$work/database.log" 2>&1 &
  local i
  for ((i = 0; i < 300; ++i)); do
    ! answers >/dev/null 2>&1 || return 0
    sleep 0.1
  done
  cp "$work/database.log" "$work/log"
  fail 'the database starts'
}

# Values that look like the lines of a dump, that are no text, or that other character sets do not know.
make_schemas() {
  sql "CREATE DATABASE voronka_crm CHARACTER SET utf8mb4; CREATE DATABASE voronka_distribution;
       CREATE DATABASE voronka_notifier; USE voronka_crm;
       CREATE TABLE accounts (id BIGINT PRIMARY KEY, name TEXT, raw VARBINARY(100), part DOUBLE);
       INSERT INTO accounts VALUES
         (1, 'a\nUSE \`voronka_crm\`;\n(1)\n-- b\nINSERT INTO \`c\` VALUES', 0x00FF0A28, 0.1),
         (2, 'Ромашка '' \" \\\\ ;', NULL, 1e300), (3, '🙂', '', NULL);
       CREATE TABLE event_log (id INT PRIMARY KEY, history VARCHAR(64)); INSERT INTO event_log VALUES (1, 'old');
       CREATE TABLE event_partitions (partition_id INT PRIMARY KEY, head BIGINT, first_offset BIGINT);
       INSERT INTO event_partitions VALUES (0, 7, 1), (1, 5, 1);
       USE voronka_notifier;
       CREATE TABLE event_log (id INT PRIMARY KEY, history VARCHAR(64)); INSERT INTO event_log VALUES (1, 'old');"
}

make_keys() {
  local name
  mkdir -p "$VORONKA_ETC" "$VORONKA_STATE" "$VORONKA_TEXTFILES"
  for name in crm distribution notifier gateway operator web_push; do
    mkdir -p "$VORONKA_STATE"/keys/{private,public}/"$name"
    printf 'a key' | tee "$VORONKA_STATE"/keys/{private,public}/"$name/$name.pem" >/dev/null
  done
  printf 'listen: "127.0.0.1:7701"\nstore_folder: "%s"\n' "$VORONKA_STATE/files" >"$VORONKA_ETC/crm.textproto"
}

readonly contract="$VORONKA_STATE/files/content/1/ab/cd/abcd"

make_files() {
  mkdir -p "$(dirname "$contract")"
  printf 'a contract' >"$contract"
}

content() { sql 'SELECT *, HEX(raw) FROM voronka_crm.accounts ORDER BY id' | sha256sum; }

half_restored() {
  sql "SELECT table_schema FROM information_schema.tables WHERE table_name = 'unfinished_restore'"
}

# Nothing is left about.
is_tidy() {
  [[ -z $(sql "SHOW DATABASES LIKE 'aside%'") && ! -e $VORONKA_STATE/restore.part ]]
}
