# Messages to the operator.

say() {
  printf '%s\n' "$*"
}

# Where work takes long: on standard error, so that what is printed can be used by other programs.
progress() {
  printf 'voronka-operator: %s\n' "$*" >&2
}

fail() {
  printf 'voronka-operator: %s\n' "$*" >&2
  exit 1
}

wrong_usage() {
  printf 'voronka-operator: %s; voronka-operator --help\n' "$*" >&2
  exit 2
}
