# Bare Debian 12 machines in containers.

declare -A leader_of=()

# Runs a program of this machine in a container, where it can change nothing.
container_runs() {
  systemd-nspawn --quiet --register=no --keep-unit --private-network --pipe --volatile=yes --directory=/ true
}

# The exit status 77 tells tests/nightly that there is nothing to run.
require_containers() {
  container_runs >"$logs/container.log" 2>&1 </dev/null || {
    say "not run: systemd-nspawn cannot start a container here ($(head -n 1 "$logs/container.log"))"
    exit 77
  }
}

# dependencies_of PACKAGE...
dependencies_of() {
  local package
  for package in "$@"; do dpkg-deb --field "$package" Depends Recommends; done |
    sed 's/^[A-Za-z]*: //; s/([^)]*)//g' | tr ',' '\n' | sed 's/ //g; /^$/d' | sort -u
}

# make_bare_machine PACKAGE...: Debian's minimum with systemd, and what the packages depend on, so that the machines need
# no network.
make_bare_machine() {
  local bare=$machines/bare dependencies
  mapfile -t dependencies < <(dependencies_of "$@")
  if [[ ! -e $bare/made ]]; then
    say 'Making a bare Debian 12'
    rm -rf "$bare"
    mkdir -p "$machines"
    debootstrap --variant=minbase --include=ca-certificates,dbus,systemd,systemd-sysv bookworm "$bare" \
      >"$logs/debootstrap.log" 2>&1 || fail_with_log "$logs/debootstrap.log" 'no bare Debian'
    say '127.0.0.1 localhost' >"$bare/etc/hosts"
    touch "$bare/made"
  fi
  cp /etc/resolv.conf "$bare/etc/resolv.conf"
  systemd-nspawn --quiet --register=no --keep-unit --pipe --directory="$bare" env DEBIAN_FRONTEND=noninteractive bash -c \
    'apt-get update -qq && apt-get install --yes --no-install-recommends "$@"' bash curl "${dependencies[@]}" \
    >"$logs/dependencies.log" 2>&1 || fail_with_log "$logs/dependencies.log" 'the dependencies cannot be installed'
}

# boot NAME: a copy of the bare machine.
boot() {
  say "-- machine $1"
  rm -rf "${machines:?}/$1"
  cp -a "$machines/bare" "$machines/$1"
  say "127.0.0.1 localhost $host" >"$machines/$1/etc/hosts"
  # Debian's own upgrades would hold the lock of apt now and then.
  ln -sf /dev/null "$machines/$1/etc/systemd/system/apt-daily.timer"
  ln -sf /dev/null "$machines/$1/etc/systemd/system/apt-daily-upgrade.timer"
  start_machine "$1"
}

start_machine() {
  local supervisor
  setsid systemd-nspawn --quiet --boot --register=no --keep-unit --private-network --machine="voronka-$1" \
    --console=passive --directory="$machines/$1" >"$logs/machine-$1.log" 2>&1 </dev/null &
  supervisor=$!
  wait_until 60 has_child "$supervisor" || fail_with_log "$logs/machine-$1.log" "machine $1 does not boot"
  leader_of[$1]=$(pgrep -P "$supervisor")
  wait_until 120 inside_quietly "$1" systemctl is-active --quiet multi-user.target ||
    fail_with_log "$logs/machine-$1.log" "machine $1 does not come up"
}

has_child() { pgrep -P "$1" >/dev/null; }

# inside NAME COMMAND...
inside() {
  nsenter --target "${leader_of[$1]}" --all -- env -i HOME=/root TERM=dumb LANG=C.UTF-8 \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin "${@:2}"
}

inside_quietly() { inside "$@" >/dev/null 2>&1; }

# SIGRTMIN+4 is how a container's systemd is told to power off.
stop_machine() {
  [[ -n ${leader_of[$1]:-} ]] || return 0
  kill -s RTMIN+4 "${leader_of[$1]}" 2>/dev/null || true
  wait_until 60 is_gone "${leader_of[$1]}" || kill -KILL "${leader_of[$1]}"
  unset "leader_of[$1]"
}
