# The web client. Node.js builds it here, and is not needed after that.

readonly web=$root/web
readonly web_client=$web/dist
# The oldest version that web/package.json allows.
readonly oldest_node=18.19

# Adds Debian's Node.js, which is recent enough, when there is no other.
web_packages() {
  node_suffices || say web
}

node_suffices() {
  command -v npm >/dev/null && printf 'v%s\n%s\n' "$oldest_node" "$(node --version 2>/dev/null)" | sort -V -C
}

# install_npm_packages FOLDER: installs what its package-lock.json lists. Not with `npm ci`: newer versions refuse a
# lock file that does not list the packages of other platforms.
install_npm_packages() {
  local name=${1#"$root/"} stamp=$1/node_modules/.installed-from wanted
  wanted=$(sha256sum <"$1/package-lock.json")
  [[ $(cat "$stamp" 2>/dev/null) != "$wanted" ]] || return 0
  require_space "$root" 500 "the npm packages of $name"
  say "Installing the npm packages of $name"
  npm install --prefix "$1" --no-save --no-audit --no-fund >"$logs/npm.log" 2>&1 </dev/null ||
    fail_with_log "$logs/npm.log" "the npm packages of $name cannot be installed"
  say "$wanted" >"$stamp"
}

# A checksum of everything that the client is built from.
web_sources() {
  (cd "$root" && find web protos -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' \
    -not -path 'web/src/gen/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
}

# True in a release, which ships the built client: it needs neither Node.js nor the npm registry.
web_client_is_built() {
  [[ $(cat "$web_client/built-from" 2>/dev/null) == "$(web_sources)" ]]
}

build_web_client() {
  ! web_client_is_built || return 0
  install_npm_packages "$web"
  say 'Building the web client'
  npm run build --prefix "$web" >"$logs/web.log" 2>&1 </dev/null ||
    fail_with_log "$logs/web.log" 'the web client cannot be built'
  web_sources >"$web_client/built-from"
}
