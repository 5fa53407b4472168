# voronka-operator check

faults=0

# expect WHAT COMMAND...: says whether it holds.
expect() {
  if "${@:2}" >/dev/null 2>&1; then
    say "ok    $1"
  else
    say "WRONG $1"
    faults=$((faults + 1))
  fi
}

is_configured() {
  local program=/usr/libexec/voronka/$2
  setpriv --reuid voronka --regid voronka --clear-groups "$program" --config "$etc/$1.textproto" --check
}

has_fresh_backup() {
  [[ -n $(find /var/backups/voronka -name 'voronka-*Z.tar' -mtime -2 2>/dev/null) ]]
}

# Otherwise a power failure takes transactions back that were answered.
has_durable_log() { [[ $(sql 'SELECT @@log_bin = 0 OR @@sync_binlog = 1') == 1 ]]; }

is_whole() (! is_half_restored)

every_service_serves() {
  jq -e '.ready and (.services | to_entries | all(.value == "serving"))' <<<"$(curl_gateway)"
}

curl_gateway() {
  local address
  address=$(configured gateway listen)
  exec 3<>"/dev/tcp/${address%:*}/${address##*:}"
  printf 'GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  sed '1,/^\r$/d' <&3
}

has_public_url() { [[ -n $(configured gateway public_url) ]]; }

check() {
  (($# == 0)) || wrong_usage 'check takes no arguments'
  require_root
  local service
  expect 'the database answers' sql 'SELECT 1'
  expect 'the data are whole' is_whole
  expect 'the binary log is off, or sync_binlog is 1' has_durable_log
  expect 'configuration of crm' is_configured crm crm_service
  expect 'configuration of distribution' is_configured distribution distribution_service
  expect 'configuration of notifier' is_configured notifier notifier
  expect 'configuration of gateway' is_configured gateway gateway
  expect 'public_url is named in gateway.textproto' has_public_url
  for service in crm distribution notifier gateway; do
    expect "voronka-$service runs" systemctl is-active --quiet "voronka-$service"
  done
  expect 'every service serves' every_service_serves
  expect 'a backup of the last two days in /var/backups/voronka' has_fresh_backup
  ((faults == 0)) || fail "$faults of these are wrong; journalctl -u 'voronka-*' says more"
}
