# Installs the Debian packages that are missing.

# packages_of SECTION...: the packages that deploy/packages lists in these sections.
packages_of() {
  local wanted=" $* " section='' line
  while IFS= read -r line; do
    case $line in
      '' | '#'*) ;;
      '['*']') section=${line:1:-1} ;;
      *) [[ $wanted != *" $section "* ]] || say "$line" ;;
    esac
  done <"$root/deploy/packages"
}

installed_packages() {
  # shellcheck disable=SC2016  # dpkg's own variables
  dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p'
}

missing_packages() {
  comm -23 <(packages_of "$@" | sort -u) <(installed_packages | sort -u)
}

# Packages that bring a service start it when they are installed, unless this program forbids it. What runs here is
# started from here: a second database or Prometheus would only take a port.
readonly service_policy=/usr/sbin/policy-rc.d

forbid_starting_services() {
  # shellcheck disable=SC2016  # the inner shell's arguments
  as_root sh -c 'printf "#!/bin/sh\nexit 101\n" >"$1" && chmod +x "$1"' sh "$service_policy"
}

# install_packages PACKAGE...: in a subshell, so that the policy goes whatever happens.
install_packages() (
  if [[ ! -e $service_policy ]]; then
    trap 'as_root rm -f "$service_policy"' EXIT
    forbid_starting_services
  fi
  apt_get update && apt_get install --yes --no-install-recommends "$@"
)

# apt reports its status on a descriptor of its own, opened inside because sudo would close it. The packages' scripts do
# not inherit it.
apt_get() {
  # shellcheck disable=SC2016  # the inner shell's arguments
  as_root env DEBIAN_FRONTEND=noninteractive \
    bash -c 'exec apt-get -o APT::Status-Fd=3 -o DPkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" 3>&1' apt-get "$@"
}

# Turns apt's status lines (the download, then the installation) into progress; everything else goes to the log.
apt_progress() {
  local line kind percent text
  while IFS= read -r line; do
    IFS=: read -r kind _ percent text <<<"$line"
    case $kind in
      dlstatus) say "progress $((${percent%.*} / 2))% $text" ;;
      pmstatus) say "progress $((50 + ${percent%.*} / 2))% $text" ;;
      *) say "$line" >&2 ;;
    esac
  done 2>"$logs/install.log"
}

install_missing_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} > 0)) || return 0
  can_become_root || fail "packages are missing and there is neither root nor sudo to install them: ${missing[*]}"
  require_space /usr 2000 'the packages'
  say "Installing ${#missing[@]} missing packages: ${missing[*]}"
  install_packages "${missing[@]}" 2>&1 </dev/null |
    apt_progress | show_progress || fail_with_log "$logs/install.log" 'the packages cannot be installed'
}
