# shellcheck shell=bash
# shellcheck disable=SC2034  # what is set here is read by the scripts that source this
# For scripts that test the program from outside: standard output, standard error, exit status.
# They are called SCRIPT KLARTEXT ROOT, source this, check, and end with `end_of_checks`.
# A check runs one command line and then states what must hold of $out, $err (files) and $status.
set -uo pipefail
klartext=$(realpath "$1")
root=$(realpath "$2")
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server"; rm -rf "$work"' EXIT
PATH=$work/bin:$PATH
mkdir "$work/bin" && ln -s "$klartext" "$work/bin/klartext"
cp -r "$root/samples" "$work/samples"
cd "$work" || exit 1
out=$work/.stdout err=$work/.stderr status=0
passed=0 failed=0 title=

# run 'COMMAND LINE': with pipes and redirections; its status is that of the first command in it
run() {
  eval "$1 ; status=\${PIPESTATUS[0]}" < /dev/null > "$out" 2> "$err"
}

check() { title=$1; }

# that DESCRIPTION COMMAND...: the command must succeed
that() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n  status %s\n  stdout %s\n  stderr %s\n' "$title" "$what" "$status" \
      "$(head -c 600 "$out")" "$(head -c 600 "$err")"
  fi
}

status_is() { that "status $1" test "$status" -eq "$1"; }
out_is() { that "stdout is: $1" test "$(cat "$out")" = "$1"; }
err_is() { that "stderr is: $1" test "$(cat "$err")" = "$1"; }
out_has() { that "stdout has: $1" grep -qF -- "$1" "$out"; }
err_has() { that "stderr has: $1" grep -qF -- "$1" "$err"; }
out_lines() { that "stdout has $1 lines" test "$(wc -l < "$out")" -eq "$1"; }
jq_is() { that "jq '$1' is: $2" test "$(jq -r "$1" "$out")" = "$2"; }
err_empty() { that "stderr is empty" test ! -s "$err"; }

end_of_checks() {
  echo "$passed passed, $failed failed"
  [[ $failed -eq 0 && $passed -gt 0 ]]
}
