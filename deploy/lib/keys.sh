# The P-256 keys that sign tokens: the CRM's for users, one for each program that calls as a service.

readonly key_names=(crm distribution notifier operator intake)

# Made under another name first: a key that is there is whole.
make_private_key() {
  [[ -f $keys/$1.pem ]] && return
  openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$keys/$1.pem.new"
  chmod 600 "$keys/$1.pem.new"
  mv "$keys/$1.pem.new" "$keys/$1.pem"
}

make_public_key() {
  [[ -f $keys/$1.pub.pem ]] && return
  openssl pkey -in "$keys/$1.pem" -pubout -out "$keys/$1.pub.pem.new"
  mv "$keys/$1.pub.pem.new" "$keys/$1.pub.pem"
}

make_keys() {
  local name
  for name in "${key_names[@]}"; do
    make_private_key "$name"
    make_public_key "$name"
  done
}
