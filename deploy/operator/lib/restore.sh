# voronka-operator restore. Until everything is loaded and compared, nothing changes. Then a marker in every schema keeps
# the services from starting until the restore is whole. A run that was killed is begun again.

readonly units=(voronka.target voronka-crm voronka-distribution voronka-notifier voronka-gateway)

under_systemd() {
  [[ -d /run/systemd/system && -z ${VORONKA_STATE:-} ]]
}

stop_services() {
  under_systemd || return 0
  progress 'stopping the services'
  systemctl stop "${units[@]}"
}

start_services() {
  under_systemd || return 0
  progress 'starting the services'
  systemctl start voronka.target "${units[@]}"
}

# Repeating a restore that was not finished needs no permission: there is nothing whole to lose.
require_nothing_to_lose() {
  has_table voronka_crm accounts || return 0
  ! is_half_restored || return 0
  local count
  count=$(sql 'SELECT COUNT(*) FROM voronka_crm.accounts')
  ((count == 0)) || fail "there are $count accounts here already; restore --replace puts the backup in their place"
}

set_markers() {
  local schema
  for schema in "${schemas[@]}"; do
    sql "CREATE DATABASE IF NOT EXISTS \`$schema\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
         CREATE TABLE IF NOT EXISTS \`$schema\`.$marker (id INT PRIMARY KEY)"
  done
}

remove_markers() {
  local schema
  for schema in "${schemas[@]}"; do sql "DROP TABLE IF EXISTS \`$schema\`.$marker"; done
}

# A log that has this cannot be replayed over a backup made before: see replay.sh. The rest of a restore is not in it.
note_in_binary_log() {
  database mariadb --batch -e "DROP TABLE IF EXISTS $marker" voronka_crm
}

connected() {
  sql "SELECT DISTINCT CONCAT(user, ' at ', host) FROM information_schema.processlist
       WHERE db IN ($(in_list "${schemas[@]}"))"
}

# Services of other machines too. The database may take a moment to notice that a client is gone.
require_nobody_connected() {
  local clients
  for _ in {1..10}; do
    clients=$(connected)
    [[ -n $clients ]] || return 0
    sleep 0.5
  done
  fail "still connected: ${clients//$'\n'/, }; stop those services"
}

# move_in SCHEMA: what was loaded aside takes the place of what is there.
move_in() {
  local statements
  statements=$(sql "
    SELECT CONCAT('DROP TABLE \`$1\`.', quoted, ';') FROM ($(quoted_tables "$1")) AS old WHERE quoted <> '\`$marker\`';
    SELECT CONCAT('RENAME TABLE \`$aside$1\`.', quoted, ' TO \`$1\`.', quoted, ';')
      FROM ($(quoted_tables "$aside$1")) AS new")
  sql "SET SESSION foreign_key_checks = 0; $statements DROP DATABASE \`$aside$1\`"
}

# Followers, browsers included, then know that their cursors belong to a log that has lost its end.
begin_new_history() {
  local schema
  for schema in "${schemas[@]}"; do
    ! has_table "$schema" event_log || sql "UPDATE \`$schema\`.event_log SET history = REPLACE(UUID(), '-', '')"
  done
}

# allow_to_read FOLDER: as make-keys of the package does.
allow_to_read() {
  local owner
  for owner in crm distribution notifier gateway web_push; do
    [[ ! -d $1/private/$owner ]] || ! id voronka >/dev/null 2>&1 || chown -R voronka: "$1/private/$owner"
  done
  chmod 0755 "$1"
  find "$1/public" -type d -exec chmod 0755 {} + -o -type f -exec chmod 0644 {} +
  chmod 0711 "$1/private"
}

# keep_push_key FOLDER: a backup from before there were pushes has no key for them; the present one stays.
keep_push_key() {
  local kind
  for kind in private public; do
    [[ -e $1/$kind/web_push || ! -d $keys/$kind/web_push ]] || cp -R "$keys/$kind/web_push" "$1/$kind/"
  done
}

# In place of the present ones, which stay beside them. A restore that is run again finds its keys in place already.
put_keys() {
  keep_push_key "$1/keys"
  if diff -r "$1/keys" "$keys" >/dev/null 2>&1; then
    allow_to_read "$keys"
    return
  fi
  rm -rf -- "$keys.new"
  cp -R "$1/keys" "$keys.new"
  allow_to_read "$keys.new"
  [[ ! -d $keys ]] || { rm -rf -- "$keys.before" && mv "$keys" "$keys.before"; }
  mv "$keys.new" "$keys"
}

configuration_of() { find "$1/configuration" -type f -printf '%f\n'; }

put_configuration() {
  local name
  configuration_of "$1" | while IFS= read -r name; do
    cp -p "$1/configuration/$name" "$etc/$name.new"
    mv "$etc/$name.new" "$etc/$name"
  done
}

tell_about_configuration() {
  local name
  configuration_of "$1" | while IFS= read -r name; do
    cmp -s "$1/configuration/$name" "$etc/$name" ||
      progress "$name of the backup differs from that in $etc; restore --configuration would take it"
  done
}

# What had arrived of them is in no backup.
forget_uploads() {
  ! has_table voronka_crm uploads || sql 'DELETE FROM voronka_crm.uploads'
}

# swap FOLDER CONFIGURATION
swap() {
  local schema
  set_markers
  require_nobody_connected
  stage=swapping
  progress 'putting the data in place'
  for schema in "${schemas[@]}"; do move_in "$schema"; done
  begin_new_history
  forget_uploads
  put_keys "$1"
  if [[ -n $2 ]]; then put_configuration "$1"; else tell_about_configuration "$1"; fi
  note_in_binary_log
  remove_markers
}

tell_where_things_stand() {
  if [[ $1 == whole ]]; then
    progress 'nothing has been changed'
  else
    progress "the restore has come to no end, and no service starts until one has: run 'voronka-operator restore' again"
  fi
}

# Nothing has been put in place. What an earlier restore has left half done stays marked.
take_back() {
  clear_loaded >/dev/null 2>&1 || true
  if [[ $found == whole && $stage == stopping ]]; then
    if remove_markers >/dev/null 2>&1; then start_services || true; else found=half; fi
  fi
  tell_where_things_stand "$found"
}

# However a restore ends that has failed, its last line says where things stand. After kill -9 the services say it.
end_restore() {
  case $stage in
    loading | stopping) take_back ;;
    swapping) tell_where_things_stand half ;;
    starting) progress "the data are restored, but a service does not start: see journalctl -u 'voronka-*'" ;;
  esac
}

restore() {
  local replace='' configuration='' until='' binlogs=''
  while [[ ${1:-} == --* ]]; do
    case $1 in
      --replace) replace=yes ;;
      --configuration) configuration=yes ;;
      --until | --binlogs)
        [[ -n ${2:-} ]] || wrong_usage "$1 needs a value"
        if [[ $1 == --until ]]; then until=$(moment "$2"); else binlogs=$2; fi
        shift
        ;;
      *) wrong_usage "restore knows no $1" ;;
    esac
    shift
  done
  (($# == 1)) || wrong_usage 'restore needs a file'
  [[ -z $binlogs || -n $until ]] || wrong_usage '--binlogs needs --until'
  [[ -z $until ]] || ((until <= $(date +%s))) || wrong_usage "--until: $(local_time "$until") is yet to come"
  require_root
  take_lock
  require_database
  [[ -n $replace ]] || require_nothing_to_lose
  found=whole
  ! is_half_restored || found=half
  stage=loading
  trap end_restore EXIT
  make_fresh_folder
  open_archive "$1" "$unpacked"
  [[ -z $until ]] || require_binlogs "$unpacked" "$until" "$binlogs"
  load_aside "$unpacked"
  compare_aside "$unpacked"
  [[ -z $until ]] || replay "$unpacked" "$until"
  put_content "$unpacked"
  stage=stopping
  stop_services
  swap "$unpacked" "$configuration"
  stage=starting
  rm -rf -- "$unpacked"
  start_services
  stage=''
  progress 'restored; make a new backup now'
}
