# shellcheck shell=bash
# What ./run and ./test share: packages, configuring, building. Sourced, with the repository's root as current folder.

die() {  # cause, hint
  printf 'error: %s\nhint: %s\n' "$1" "$2" >&2
  exit 1
}

# Compiling against LibTorch takes up to 2 GB a job.
build_jobs() {
  local jobs memory
  jobs=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 2000000)}' /proc/meminfo 2> /dev/null || echo "$jobs")
  [ "$memory" -ge "$jobs" ] || jobs=$memory
  [ "$jobs" -ge 1 ] || jobs=1
  echo "$jobs"
}

# Passes over ninja's lines on stdin; shows the last on a terminal, else one now and then.
show_progress() {
  local line last=-10 width
  width=$(tput cols 2> /dev/null || echo 80)
  while IFS= read -r line; do
    if [ -t 1 ]; then
      printf '\r\033[K%s' "${line:0:width-1}"
    elif [[ $line == \[* ]] && [ $((SECONDS - last)) -ge 10 ]; then
      printf '  %s\n' "$line"
      last=$SECONDS
    fi
  done
  [ ! -t 1 ] || printf '\r\033[K'
}

# Whether the build folder was configured for this place, with the window, and with tests where they are wanted.
configured() {  # preset, tests
  local cache=build/$1/CMakeCache.txt
  [ -f "build/$1/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache" &&
    grep -qxE 'SPARRING_UI:[A-Z]+=ON' "$cache" &&
    { [ "$2" = OFF ] || grep -qxE 'SPARRING_TESTS:[A-Z]+=ON' "$cache"; }
}

# configure PRESET TESTS(ON|OFF): only where it has not been done.
configure() {
  local preset=$1 tests=$2 cache=build/$1/CMakeCache.txt fresh=()
  mkdir -p build
  ! configured "$preset" "$tests" || return 0
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then fresh=(--fresh); fi
  echo "Configuring ($preset) …"
  cmake --preset "$preset" "${fresh[@]}" -DSPARRING_UI=ON "-DSPARRING_TESTS=$tests" > "build/configure-$preset.log" 2>&1 || {
    tail -n 20 "build/configure-$preset.log" >&2
    die "CMake could not configure the build; its whole output is in build/configure-$preset.log" \
      "the lines above name what it did not find"
  }
}

# build PRESET [TARGET…]
build() {
  local preset=$1 log=build/build-$1.log targets=()
  shift
  [ $# -eq 0 ] || targets=(--target "$@")
  echo "Building ($preset) …"
  cmake --build --preset "$preset" --parallel "$(build_jobs)" "${targets[@]}" 2>&1 | tee "$log" | show_progress || {
    grep -E 'error|FAILED|ninja:' "$log" | head -n 20 >&2 || true
    die "the build failed; its whole output is in $log" "the lines above name the file; a full disk or too little memory are the usual reasons"
  }
}
