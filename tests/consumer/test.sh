#!/usr/bin/env bash
# Installs a build into a prefix of its own, builds the consumer project against it, and runs it.
#   test.sh BUILD_DIR ROOT CXX CXX_FLAGS
set -euo pipefail
build=$1 root=$2 cxx=$3 flags=${4:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/prefix" > "$work/log"
for file in bin/klartext include/klartext/klartext.h share/man/man1/klartext.1 \
  share/bash-completion/completions/klartext; do
  [[ -s $work/prefix/$file ]] || { echo "not installed: $file"; exit 1; }
done

cmake -S "$root/tests/consumer" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" \
  -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_FLAGS="$flags" >> "$work/log" || { cat "$work/log"; exit 1; }
cmake --build "$work/build" >> "$work/log" || { cat "$work/log"; exit 1; }
"$work/build/consumer" "$root/samples/partner-der-kommunen.html" > "$work/out"
title=$(head -n 1 "$work/out")
[[ $title == "Partner der Kommunen" ]] || { echo "the consumer printed: $title"; exit 1; }
echo "installed, found, built, run"
