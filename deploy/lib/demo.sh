# The demo account, and the story that plays through the product's main job in it.

make_demo_account() {
  local environment
  mapfile -t environment < <(addresses)
  env "${environment[@]}" "$programs/voronka-demo" account \
    --operator-key "$(private_key operator)" --solution "$root/solutions/wholesale.textproto" | tee "$logs/demo.log"
}

# The page of a company whose form sends inquiries to the demo account. It holds the key of that account's form. The
# gateway reads the files when it starts.
make_demo_site() {
  local key
  key=$(sed -n 's|^Форма сайта: /forms/||p' "$logs/demo.log")
  mkdir -p "$demo_site"
  [[ -n $key ]] || return 0
  cp "$root/demo/site/style.css" "$demo_site/"
  fill "$root/demo/site/index.html.in" "form_key=$key" >"$demo_site/index.html"
}

# Uses the running system, whoever started it and on whatever ports.
play_story() {
  local environment
  mapfile -t environment <"$serving"
  env "${environment[@]}" "$programs/voronka-demo" story --run-dir "$runtime" "$@"
}
