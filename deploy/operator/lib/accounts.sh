# Accounts and users, through the API, with the operator's key.

# call METHOD JSON [OPTION...]: prints the answer as JSON.
call() {
  local address key
  address=$(configured crm listen)
  key=$(find "$keys/private/operator" -name '*.pem' | sort | tail -n 1)
  [[ -n $key ]] || fail "no key of the operator in $keys/private/operator"
  voronka --crm "$address" --as-service operator --key "$key" --kid "$(basename "$key" .pem)" --output json \
    --show-secrets "${@:3}" "$1" --json "$2"
}

# link TOKEN: what the person opens.
link() {
  local host
  host=$(configured gateway public_url)
  [[ -n $host ]] || host=http://$(configured gateway listen)
  say "$host/join#$1"
}

warn_without_public_url() {
  [[ -z $(configured gateway public_url) ]] || return 0
  progress "the link opens on this machine only: name public_url in $etc/gateway.textproto"
}

# print_link ACCOUNT USER
print_link() {
  local answer
  answer=$(call crm.UserService.CreatePasswordLink "$(jq -n --arg user "$2" '{user_id: $user}')" --account "$1")
  link "$(jq -r .token <<<"$answer")"
  progress "for this person only, until $(jq -r .expire_time <<<"$answer")"
  warn_without_public_url
}

create_account() {
  local name='' login='' admin='' account
  while (($#)); do
    (($# > 1)) || wrong_usage "$1 needs a value"
    case $1 in
      --name) name=$2 ;;
      --admin-login) login=$2 ;;
      --admin-name) admin=$2 ;;
      *) wrong_usage "account create knows no $1" ;;
    esac
    shift 2
  done
  [[ -n $name && -n $login ]] || wrong_usage 'account create needs --name and --admin-login'
  account=$(call crm.AccountService.CreateAccount "$(jq -n --arg name "$name" --arg login "$login" \
    --arg admin "${admin:-$login}" \
    '{account: {name: $name}, admin: {login: $login, display_name: $admin, role: "ROLE_ADMIN"}}')")
  progress "account $(jq -r .account.id <<<"$account") is made; its admin sets a password here:"
  print_link "$(jq -r .account.id <<<"$account")" "$(jq -r .admin.id <<<"$account")"
}

list_accounts() {
  (($# == 0)) || wrong_usage 'account list takes no arguments'
  local page='' answer
  while true; do
    answer=$(call crm.AccountService.ListAccounts "$(jq -n --arg page "$page" '{page_token: $page}')")
    jq -r '.accounts[]? | [.id, .name, .create_time] | @tsv' <<<"$answer"
    page=$(jq -r '.next_page_token // ""' <<<"$answer")
    [[ -n $page ]] || return 0
  done
}

# find_user LOGIN: prints the account and the user.
find_user() {
  call crm.UserService.FindUser "$(jq -n --arg login "$1" '{login: $login}')" | jq -r '"\(.account_id) \(.user.id)"'
}

make_password_link() {
  (($# == 1)) || wrong_usage 'user password-link needs a login'
  local found
  found=$(find_user "$1")
  print_link "${found% *}" "${found#* }"
}

remove_totp() {
  (($# == 1)) || wrong_usage 'user remove-totp needs a login'
  local found
  found=$(find_user "$1")
  call crm.UserService.RemoveTotp "$(jq -n --arg user "${found#* }" '{user_id: $user}')" --account "${found% *}" \
    >/dev/null
  say "$1 logs in with the password alone"
}
