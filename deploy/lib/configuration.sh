# Writes the services' configuration files from the templates in deploy/etc.

# The keys whose tokens every service accepts, as fields of voronka.config.v1.Process.
token_keys() {
  local name service
  for name in "${key_names[@]}"; do
    service=" service: \"$name\""
    [[ $name != crm ]] || service='' # signs the tokens of users
    say "  token_keys { public_key_folder: \"../keys/public/$name\"$service }"
  done
}

# fill TEMPLATE NAME=VALUE...: prints the template with every @NAME@ replaced.
fill() {
  local text assignment
  text=$(<"$1")
  for assignment in "${@:2}"; do
    text=${text//"@${assignment%%=*}@"/"${assignment#*=}"}
  done
  say "$text"
}

write_configurations() {
  local service socket
  socket=$(database_socket)
  for service in "${services[@]}"; do
    fill "$root/deploy/etc/$service.textproto.in" "listen=127.0.0.1:${port_of[$service]}" \
      "metrics_listen=127.0.0.1:${metrics_port_of[$service]}" "crm=127.0.0.1:${port_of[crm]}" \
      "distribution=127.0.0.1:${port_of[distribution]}" "notifier=127.0.0.1:${port_of[notifier]}" \
      "web_client=$web_client" "demo_site=$demo_site" "site=$root/deploy/site" \
      "unix_socket=$socket" "user=$(id -un)" "token_keys=$(token_keys)" >"$configurations/$service.textproto"
  done
}
