# Where an installation has its files. Tests have theirs elsewhere.
# shellcheck disable=SC2034  # read by the other libraries

readonly etc=${VORONKA_ETC:-/etc/voronka}
readonly state=${VORONKA_STATE:-/var/lib/voronka}
readonly keys=$state/keys
# Debian's node_exporter reads the files here.
readonly textfiles=${VORONKA_TEXTFILES:-/var/lib/prometheus/node-exporter}

# The schemas of the services. A restore loads beside them first, under these names with a prefix.
readonly schemas=(voronka_crm voronka_distribution voronka_notifier)
readonly aside=aside_
# The services refuse a schema that has this table: foundation/storage/migrations.cc.
readonly marker=unfinished_restore

# Locale of numbers and of sorting.
export LC_ALL=C.UTF-8
umask 077

require_root() {
  ((EUID == 0)) || [[ -n ${VORONKA_STATE:-} ]] || fail 'must be run as root'
}

# One run at a time that changes data. The kernel releases the lock, however its holder ends.
take_lock() {
  exec {lock}>>"$state/operator.lock"
  flock --nonblock "$lock" || fail 'another voronka-operator is at work: wait for it'
}

# In KiB.
free_space() { df --output=avail --block-size=1K "$1" | tail -n 1; }

# require_space FOLDER KIBIBYTES PURPOSE
require_space() {
  local free
  free=$(free_space "$1")
  ((free >= $2)) || fail "no disk space for $3: $(($2 / 1024 + 1)) MiB needed, $((free / 1024)) MiB free in $1"
}

# Where the files on deals, contacts and companies are; empty: nowhere.
files_folder() {
  local folder=''
  [[ ! -f $etc/crm.textproto ]] || folder=$(configured crm store_folder)
  [[ -z $folder || $folder == /* ]] || folder=$etc/$folder
  say "$folder"
}

# configured FILE FIELD: the first value of a field, empty if there is none.
configured() {
  sed -n -E "s/^[[:space:]]*$2:[[:space:]]*\"([^\"]*)\".*/\1/p" "$etc/$1.textproto" | head -n 1
}
