# Configures and compiles with CMake and Ninja.

# Compiling a file that includes gRPC's headers takes up to 1 GiB: run no more compilers than fit the memory.
compile_jobs() {
  local memory_gib cores
  memory_gib=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
  cores=$(nproc)
  say $((memory_gib < 1 ? 1 : memory_gib < cores ? memory_gib : cores))
}

# configure DIRECTORY CMAKE-OPTION...: does nothing if already done with these options. Ninja runs CMake again whenever
# a CMakeLists.txt changes.
configure() {
  local directory=$1
  # Ten files of a folder are compiled together, since reading the headers of gRPC and Protobuf takes most of the time.
  # For editing one file again and again, -DCMAKE_UNITY_BUILD=OFF compiles each on its own.
  local options=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 "${@:2}")
  [[ ! -f $directory/build.ninja || $(cat "$directory/options" 2>/dev/null) != "${options[*]}" ]] || return 0
  require_space "$root" 3000 'the build'
  say "Configuring ${directory#"$root/"}"
  cmake -G Ninja -S "$root" -B "$directory" "${options[@]}" >"$logs/configure.log" 2>&1 ||
    fail_with_log "$logs/configure.log" 'CMake cannot configure the build'
  printf '%s\n' "${options[*]}" >"$directory/options"
}

# compile DIRECTORY [TARGET...]
compile() {
  NINJA_STATUS='progress %p ' ninja -C "$1" -j "$(compile_jobs)" "${@:2}" |
    { grep --line-buffered -v -E '^(ninja: |-- )' || true; } | show_progress || fail "the build in ${1#"$root/"} failed"
}

build_release() {
  configure "$release" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
  [[ -x $programs/notifier ]] || say 'Building; the first time takes minutes'
  compile "$release"
}
