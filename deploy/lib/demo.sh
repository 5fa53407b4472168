# The demo account, and the story that plays the product's main job in it.

make_demo_account() {
  local environment
  mapfile -t environment < <(addresses)
  env "${environment[@]}" "$programs/voronka-demo" account \
    --operator-key "$(private_key operator)" --solution "$root/solutions/wholesale.textproto"
}

# Against the system that runs, whoever started it with whatever ports.
play_story() {
  local environment
  mapfile -t environment <"$serving"
  env "${environment[@]}" "$programs/voronka-demo" story --run-dir "$runtime" "$@"
}
