# voronka-operator upgrade-plan

# plan_of FOLDER NAME PROGRAM: what the program of an unpacked package would do to its schema. As the services' user,
# whom the database knows.
plan_of() {
  setpriv --reuid voronka --regid voronka --clear-groups "$1/usr/libexec/voronka/$3" --config "$etc/$2.textproto" \
    --plan-migrations
}

plan_upgrade() {
  (($# == 1)) || wrong_usage 'upgrade-plan needs a package'
  [[ -f $1 ]] || fail "there is no file $1"
  require_root
  require_database
  local folder refused=0
  # Not in /tmp, where programs may not be allowed to run. One that was killed has left its own.
  rm -rf "$state"/plan.*
  folder=$(mktemp -d "$state/plan.XXXXXX")
  # shellcheck disable=SC2064  # this folder, whatever the variable holds then
  trap "rm -rf '$folder'" EXIT
  dpkg-deb --extract "$1" "$folder" 2>/dev/null || fail "$1 is not a package"
  chmod 755 "$folder"
  plan_of "$folder" crm crm_service || refused=1
  plan_of "$folder" distribution distribution_service || refused=1
  plan_of "$folder" notifier notifier || refused=1
  ((refused == 0)) || fail 'do not install this package before that is solved; nothing has been changed'
  progress 'nothing has been changed; the services go on serving while the package migrates, and restart after it'
}
