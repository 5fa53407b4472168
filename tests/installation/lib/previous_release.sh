# The package of the release before, built from its commit.

previous_commit() { grep -v '^#' "$root/tests/installation/previous_release"; }

# A clone of its own, so that the version counts its commits. Kept with all that is built in it, for the next run.
check_out_previous() {
  local commit
  commit=$(previous_commit)
  git -C "$root" cat-file -e "$commit^{commit}" 2>/dev/null ||
    fail "the release before, $commit, is not in this clone: git fetch --unshallow"
  [[ ! -e $1/checked-out ]] || return 0
  rm -rf "$machines/previous"
  mkdir -p "$machines/previous"
  git clone --quiet --shared --no-checkout "$root" "$1"
  git -C "$1" checkout --quiet --detach "$commit"
  touch "$1/checked-out"
}

# A release from before there was a package is packed as this one is. Its programs do not tell systemd when they serve,
# and know no pushes.
lend_packaging() {
  rm -rf "$1/deploy/debian"
  cp -R "$root"/deploy/{package,packages,debian,operator} "$1/deploy/"
  cp "$root/docs/installation.md" "$1/docs/"
  # To the end of the file: it refuses what it does not know.
  grep -q 'Push push' "$1/protos/voronka/config/v1/services.proto" ||
    sed -i '/^# Wakes browsers and phones/,$d' "$1/deploy/debian/tree/etc/voronka/notifier.textproto"
  grep -rq NOTIFY_SOCKET "$1/foundation" ||
    sed -i 's/^Type=notify$/Type=exec/' "$1"/deploy/debian/tree/lib/systemd/system/voronka-{crm,distribution,notifier,gateway}.service
}

# Prints its path.
previous_package() {
  local sources
  sources=$machines/previous/$(previous_commit)
  check_out_previous "$sources" >&2
  git -C "$sources" cat-file -e HEAD:deploy/package 2>/dev/null || lend_packaging "$sources" >&2
  "$sources/deploy/package" | tail -n 1
}
