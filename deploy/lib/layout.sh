# Where the files of this checkout are, and where its services listen.
# shellcheck disable=SC2034  # read by the other libraries

readonly release=$root/build/release
readonly programs=$release/bin

readonly var=$root/var
readonly data=$var/data
readonly keys=$var/keys
readonly configurations=$var/etc
readonly logs=$var/log
# Files on deals, contacts and companies.
readonly files=$var/files
readonly runtime=$var/run
# The demo site, as the gateway serves it.
readonly demo_site=$var/demo
# The database's temporary tables. In a shared folder, another server would clear them when it starts.
readonly temporary=$var/tmp

# Exists while all services serve; holds their addresses as the clients' environment variables.
readonly serving=$runtime/serving

# In start order: each may call those before it.
readonly services=(crm distribution notifier gateway)
readonly -A program_of=(
  [crm]=crm_service [distribution]=distribution_service [notifier]=notifier [gateway]=gateway
)
readonly -A port_of=(
  [crm]=${VORONKA_CRM_PORT:-7701}
  [distribution]=${VORONKA_DISTRIBUTION_PORT:-7702}
  [notifier]=${VORONKA_NOTIFIER_PORT:-7703}
  [gateway]=${VORONKA_GATEWAY_PORT:-7700}
)
readonly -A metrics_port_of=(
  [crm]=${VORONKA_CRM_METRICS_PORT:-7711}
  [distribution]=${VORONKA_DISTRIBUTION_METRICS_PORT:-7712}
  [notifier]=${VORONKA_NOTIFIER_METRICS_PORT:-7713}
  [gateway]=${VORONKA_GATEWAY_METRICS_PORT:-7710}
)

make_layout() {
  [[ ! -e $var || -O $var ]] || fail "$var belongs to $(stat -c %U "$var"): run this as that user"
  (umask 077 && mkdir -p "$var" "$keys" "$configurations" "$logs" "$runtime" "$temporary" "$files")
}
