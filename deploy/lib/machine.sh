# Requirements for the machine: Debian 12, enough disk space, and root rights if packages are missing.

require_debian_12() {
  local system
  # shellcheck source=/dev/null
  system=$(source /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-unknown}" "${VERSION_ID:-}") || system=unknown
  [[ $system == 'debian 12' ]] || fail "this needs Debian 12; this machine has: $system"
}

# require_space DIRECTORY MEBIBYTES PURPOSE
require_space() {
  local free
  free=$(df --output=avail --block-size=1M "$1" | tail -n 1)
  ((free >= $2)) || fail "no disk space for $3: $2 MiB needed, $((free)) MiB free in $1"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# Asks for the password now, if there is a terminal to ask on, rather than in the middle of the work.
can_become_root() {
  ((EUID == 0)) || { command -v sudo >/dev/null && sudo --validate 2>/dev/null; }
}
