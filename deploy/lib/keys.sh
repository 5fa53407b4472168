# The P-256 keys that sign tokens: the CRM's for users, and one for each program that calls as a service. Each key has a
# folder, so that keys can be rotated while everything serves: docs/operations.md.

readonly key_names=(crm distribution notifier gateway operator intake)

# What browsers and phones know the server by when it pushes to them (VAPID). It signs no tokens.
readonly push_key=web_push

# The first key of each owner is named after the owner.
private_key() { say "$keys/private/$1/$1.pem"; }
public_key() { say "$keys/public/$1/$1.pem"; }

# Created under another name, then renamed: if the key exists, it is complete.
make_private_key() {
  local file
  file=$(private_key "$1")
  openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$file.new"
  chmod 600 "$file.new"
  mv "$file.new" "$file"
}

make_public_key() {
  local file
  file=$(public_key "$1")
  openssl pkey -in "$(private_key "$1")" -pubout -out "$file.new"
  mv "$file.new" "$file"
}

has_keys() { compgen -G "$keys/private/$1/*.pem" >/dev/null && compgen -G "$keys/public/$1/*.pem" >/dev/null; }

make_keys() {
  local name
  for name in "${key_names[@]}" "$push_key"; do
    mkdir -p "$keys/private/$name" "$keys/public/$name"
    has_keys "$name" && continue
    make_private_key "$name"
    make_public_key "$name"
  done
}
