#!/usr/bin/env bash
# Does work grow as the page does? Counts the instructions that every family of hostile pages takes, which is the same
# number on every run, in a smaller size and in twice that size.
#
#   growth.sh PROGRAM [--all]
#
# Twice the page may take 2.2 times the instructions; what is quadratic takes four times as many. Prints the families
# that miss this (with --all every family), skips (77) without valgrind.
set -euo pipefail
program=$(realpath "$1")
readonly most_ratio=2.2

source "${BASH_SOURCE[0]%/*}/callgrind.sh"

counts=$(mktemp -d)
trap 'rm -rf "$counts"' EXIT
callgrind --dump-line=no --callgrind-out-file="$counts/count" "$program" > "$counts/names" 2> "$counts/log" || { cat "$counts/log"; exit 1; }

# The runs write count.1, count.2 and so on: two for every family.
run=0
while IFS= read -r family; do
  pair=()
  for _ in smaller larger; do
    run=$((run + 1))
    pair+=("$(sed -n 's/^totals: //p' "$counts/count.$run")")
  done
  echo "${pair[*]} $family"
done < "$counts/names" | awk -v most="$most_ratio" -v all="${2:-}" '
  { ratio = $2 / $1; bad = !(ratio <= most); missed += bad }
  bad || all != "" { printf "%s %12d -> %12d  %5.2f  %s\n", bad ? "MISSED" : "      ", $1, $2, ratio, substr($0, length($1 $2) + 3) }
  END {
    printf "%d families of pages, %d of them take more than %s times the instructions for twice the page\n", NR, missed, most
    exit missed > 0 || NR == 0
  }'
