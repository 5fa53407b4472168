# What a newcomer sees once everything serves.

announce() {
  cat <<END

Voronka serves: http://127.0.0.1:${port_of[gateway]}
Log in as anna@demo.voronka, password voronka-demo. A client writes from http://127.0.0.1:${port_of[gateway]}/demo/

This is a demo, for this machine only: its password is known to everybody and opens nothing from another machine.
docs/installation.md sets up a company's own server.

END
  show_addresses
  cat <<'END'

Try next, in another terminal:
END
  show_environment
  cat <<'END'
  ./deploy/run story
  ./deploy/run demo school
  build/release/bin/voronka --profile anna login --login anna@demo.voronka
  build/release/bin/voronka --profile anna crm.DealService.ListDeals pipeline=first_sales stage=new

Ctrl-C stops it.
END
}

show_addresses() {
  local service
  for service in "${services[@]}"; do
    printf '  %-13s 127.0.0.1:%s  metrics http://127.0.0.1:%s/metrics\n' \
      "$service" "${port_of[$service]}" "${metrics_port_of[$service]}"
  done
}

# Prints nothing when the ports are the default ones: the client knows those.
show_environment() {
  [[ -z ${!VORONKA_*} ]] || say "  export $(addresses | paste -s -d ' ')"
}
