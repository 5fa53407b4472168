# The file of a backup: a tar of manifest.json, database.sql.zst, keys/, configuration/, files/ and SHA256SUMS of
# them all.

readonly archive_format=1

version_of_programs() {
  voronka --version | cut -d ' ' -f 2
}

# manifest SUMMARY DIGEST TIME: the data are not older than that time.
manifest() {
  local database
  database=$(sql 'SELECT VERSION()')
  jq -n --raw-input --argjson format "$archive_format" --arg version "$(version_of_programs)" \
    --arg made "$3" --arg host "$(uname -n)" \
    --arg database "$database" --arg digest "$2" '
    [inputs | split("\t")] as $lines
    | {$format, $version, $made, $host, $database, $digest,
       heads: ($lines | map(select(.[0] == "head") | {(.[1]): (.[2] | tonumber)}) | add // {}),
       binlog: ($lines | map(select(.[0] == "binlog") | {file: .[1], position: (.[2] | tonumber)}) | first // null),
       rows: ($lines | map(select(.[0] == "rows")) | group_by(.[1])
              | map({(.[0][1]): (map({(.[2]): (.[3] | tonumber)}) | add)}) | add // {})}' <"$1"
}

add_checksums() {
  local sums
  sums=$(cd "$1" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum)
  say "$sums" >"$1/SHA256SUMS"
}

# open_archive FILE FOLDER: unpacks it, and refuses what is damaged, foreign or of a later release.
open_archive() {
  local format version problem
  [[ -f $1 ]] || fail "there is no file $1"
  require_space "$(dirname "$2")" $(($(stat -c %s "$1") / 1024 + 1024)) 'unpacking the backup'
  mkdir -p "$2"
  problem=$(tar -xf "$1" -C "$2" 2>&1) || {
    [[ $problem != *'No space left'* ]] || fail "no disk space for unpacking the backup in $(dirname "$2")"
    fail "$1 is no whole backup: tar cannot read it"
  }
  # Links would lead out of the folder.
  [[ -z $(find "$2" ! -type f ! -type d) ]] || fail "$1 holds more than files: no release has made it"
  (cd "$2" && sha256sum --check --quiet --strict SHA256SUMS) >/dev/null 2>&1 ||
    fail "$1 is damaged: its checksums are wrong"
  format=$(jq -r .format "$2/manifest.json")
  version=$(jq -r .version "$2/manifest.json")
  [[ $format == "$archive_format" ]] || fail "$1 has the format $format, this release reads $archive_format"
  [[ $(printf '%s\n' "$version" "$(version_of_programs)" | sort -V | tail -n 1) == "$(version_of_programs)" ]] ||
    fail "$1 was made by release $version, which is later than $(version_of_programs): install that one first"
}
