# A private MariaDB on a unix socket. Its one account is the person who runs it, known by the socket's peer.

# The address of a unix socket holds 107 bytes: too few for a checkout deep in the tree.
database_socket() {
  local socket=$runtime/mariadb.sock
  if ((${#socket} > 107)); then
    socket=$(short_directory)/mariadb.sock
  fi
  say "$socket"
}

# Of this user and this checkout alone.
short_directory() {
  local directory
  directory=${XDG_RUNTIME_DIR:-/tmp}/voronka-$EUID-$(cksum <<<"$root" | cut -d ' ' -f 1)
  (umask 077 && mkdir -p "$directory")
  [[ -O $directory && ! -L $directory ]] || fail "$directory is not ours"
  say "$directory"
}

# Made beside its place and moved there: data that is there is whole. --force: whether or not the host name resolves.
make_database() {
  [[ ! -d $data ]] || return 0
  say 'Making the database'
  rm -rf -- "$data.new"
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$data.new" --tmpdir="$temporary" --skip-test-db --force \
    --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" >"$logs/mariadb.log" 2>&1 ||
    fail_with_log "$logs/mariadb.log" 'the database cannot be made'
  mv "$data.new" "$data"
}

start_database() {
  start_process mariadb /usr/sbin/mariadbd --defaults-file="$root/deploy/etc/mariadb.cnf" --user="$(id -un)" \
    --datadir="$data" --tmpdir="$temporary" --socket="$(database_socket)" --pid-file="$runtime/mariadbd.pid"
}

database_answers() {
  mariadb-admin --no-defaults --socket="$(database_socket)" --user="$(id -un)" ping >/dev/null 2>&1
}
