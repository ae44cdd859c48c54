#!/usr/bin/env bash
# Does a page cost more than it did? Counts the instructions that the program takes for the sample pages, which is the
# same number on every run, and compares it with the recorded figure.
#
#   instructions.sh PROGRAM [--record]
#
# The figure holds for the release build with Debian 12's compiler. Fails on growth of more than 5%, skips (77) without
# valgrind. A rule that is worth its price moves the figure: record it anew and say so in the commit.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
recorded=tests/speed/instructions.txt
readonly most_percent=105

source tests/speed/callgrind.sh

# The samples ten times over, so that starting the program does not count for much.
pages=()
for _ in {1..10}; do pages+=(samples/*.html); done
count=$(callgrind --callgrind-out-file=/dev/null "$program" --jobs 1 "${pages[@]}" 2>&1 > /dev/null | sed -n 's/.*Collected : *\([0-9]*\).*/\1/p')
[[ -n $count ]] || { echo "valgrind did not count"; exit 1; }

if [[ ${2:-} == --record ]]; then
  echo "$count" > "$recorded"
  echo "recorded $count instructions"
  exit
fi
before=$(< "$recorded")
echo "$count instructions, recorded were $before: $((count * 1000 / before - 1000)) per mille"
if ((count * 100 > before * most_percent)); then
  echo "That is a growth of more than 5%. Find what costs so much (callgrind_annotate shows it), or, if it is worth it,"
  echo "record the new figure: tests/speed/instructions.sh build/release/klartext --record"
  exit 1
fi
