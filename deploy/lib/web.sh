# The web client: built here, by Node.js, which nothing needs once it is built.

readonly web=$root/web
readonly web_client=$web/dist
# What web/package.json asks for.
readonly oldest_node=18.19

# Debian's where there is no other: it is new enough.
web_packages() {
  node_suffices || say web
}

node_suffices() {
  command -v npm >/dev/null && printf 'v%s\n%s\n' "$oldest_node" "$(node --version 2>/dev/null)" | sort -V -C
}

# install_npm_packages FOLDER: as its package-lock.json has them. Not by `npm ci`: newer ones refuse a lock that does not
# name the packages of other platforms.
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

# Names the state of everything that the client is built from.
web_sources() {
  (cd "$root" && find web protos -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' \
    -not -path 'web/src/gen/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
}

# A release carries the built client: there, neither Node.js nor the npm registry is asked for.
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
