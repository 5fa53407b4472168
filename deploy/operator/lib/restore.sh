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

# Services of other machines too.
require_nobody_connected() {
  local hosts
  hosts=$(sql "SELECT DISTINCT CONCAT(user, ' at ', host) FROM information_schema.processlist
               WHERE db IN ($(in_list "${schemas[@]}"))")
  [[ -z $hosts ]] || {
    remove_markers
    drop_aside
    fail "still connected: ${hosts//$'\n'/, }; stop those services. Nothing has been changed"
  }
}

# move_in SCHEMA: what was loaded aside takes the place of what is there.
move_in() {
  local table statements='SET SESSION foreign_key_checks = 0;' old new
  old=$(tables_of "$1")
  new=$(tables_of "$aside$1")
  for table in $old; do [[ $table == "$marker" ]] || statements+=" DROP TABLE \`$1\`.\`$table\`;"; done
  for table in $new; do statements+=" RENAME TABLE \`$aside$1\`.\`$table\` TO \`$1\`.\`$table\`;"; done
  sql "$statements DROP DATABASE \`$aside$1\`"
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
  for owner in crm distribution notifier gateway; do
    ! id voronka >/dev/null 2>&1 || chown -R voronka: "$1/private/$owner"
  done
  chmod 0755 "$1" "$1/public" "$1"/public/*
  chmod 0644 "$1"/public/*/*
  chmod 0711 "$1/private"
}

# In place of the present ones, which stay beside them.
put_keys() {
  rm -rf -- "$keys.new"
  cp -R "$1/keys" "$keys.new"
  allow_to_read "$keys.new"
  [[ ! -d $keys ]] || { rm -rf -- "$keys.before" && mv "$keys" "$keys.before"; }
  mv "$keys.new" "$keys"
}

put_configuration() {
  local file
  for file in "$1"/configuration/*; do
    cp -p "$file" "$etc/$(basename "$file").new"
    mv "$etc/$(basename "$file").new" "$etc/$(basename "$file")"
  done
}

tell_about_configuration() {
  local file
  for file in "$1"/configuration/*; do
    cmp -s "$file" "$etc/$(basename "$file")" ||
      progress "$(basename "$file") of the backup differs from that in $etc; restore --configuration would take it"
  done
}

# swap FOLDER CONFIGURATION
swap() {
  local schema
  set_markers
  require_nobody_connected
  progress 'putting the data in place'
  for schema in "${schemas[@]}"; do move_in "$schema"; done
  begin_new_history
  put_keys "$1"
  if [[ -n $2 ]]; then put_configuration "$1"; else tell_about_configuration "$1"; fi
  remove_markers
}

restore() {
  local replace='' configuration='' until='' binlogs='' folder
  while [[ ${1:-} == --* ]]; do
    case $1 in
      --replace) replace=yes ;;
      --configuration) configuration=yes ;;
      --until) until=${2:-} && shift ;;
      --binlogs) binlogs=${2:-} && shift ;;
      *) wrong_usage "restore knows no $1" ;;
    esac
    shift
  done
  (($# == 1)) || wrong_usage 'restore needs a file'
  [[ -z $binlogs || -n $until ]] || wrong_usage '--binlogs needs --until'
  require_root
  take_lock
  require_database
  [[ -n $replace ]] || require_nothing_to_lose
  folder=$(fresh_folder)
  open_archive "$1" "$folder"
  load_aside "$folder"
  compare_aside "$folder"
  [[ -z $until ]] || replay "$folder" "$until" "$binlogs"
  stop_services
  swap "$folder" "$configuration"
  rm -rf -- "$folder"
  start_services
  progress 'restored; make a new backup now'
}
