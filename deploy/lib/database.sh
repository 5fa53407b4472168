# A private MariaDB on a unix socket. Its only account is the user who runs it, authenticated by the socket.

# The path of a unix socket may have at most 107 bytes: too few for a checkout deep in the tree.
database_socket() {
  local socket=$runtime/mariadb.sock
  if ((${#socket} > 107)); then
    socket=$(short_directory)/mariadb.sock
  fi
  say "$socket"
}

# Belongs to this user and this checkout only.
short_directory() {
  local directory
  directory=${XDG_RUNTIME_DIR:-/tmp}/voronka-$EUID-$(cksum <<<"$root" | cut -d ' ' -f 1)
  (umask 077 && mkdir -p "$directory")
  [[ -O $directory && ! -L $directory ]] || fail "$directory is not ours"
  say "$directory"
}

# Created under another name, then renamed: if the folder exists, it is complete. --force: works even if the host name
# does not resolve.
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
