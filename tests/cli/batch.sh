#!/usr/bin/env bash
# Batches from outside: files and folders of output, runs that are stopped and continued, shards.
#   batch.sh KLARTEXT ROOT
# shellcheck source=tests/cli/checks.sh
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

sorted_same() { cmp <(sort "$1") <(sort "$2"); }
files_in() { (cd "$1" && find . -type f | sort | tr '\n' ' '); }

# page FILE N: an article of its own
page() {
  mkdir -p "$(dirname "$1")"
  cat > "$1" << HTML
<html lang=de><head><title>Meldung $2</title><link rel=canonical href="https://a.example/meldung/$2"></head><body>
<article><h1>Meldung $2</h1><p>Der Rat der Stadt hat am Abend die Vorlage Nummer $2 beraten und nach langer Aussprache
mit großer Mehrheit angenommen. Die Verwaltung soll nun bis zum Herbst berichten.</p><p>Der Bürgermeister sagte, die
Stadt Nummer $2 habe damit einen wichtigen Schritt getan, dem weitere folgen müssten.</p></article></body></html>
HTML
}

for i in $(seq 60); do page "pages/p$((i % 7))/m$i.html" "$i"; done
find pages -name '*.html' | sort > list
run "klartext -q -i list -o full.jsonl"

check "the last line of a batch"
run "klartext pages missing.html -o out.jsonl"
status_is 1; err_has "61 inputs: 60 articles, 1 failed (not_found 1), "; that "a rate" grep -q 'pages/s$' "$err"
run "klartext -q pages missing.html -o out.jsonl"
status_is 1; err_empty

check "a folder for the output: folders mirrored, names by format"
run "klartext -q pages -o out/"
status_is 0; out_lines 0; that "60 files" test "$(find out -name '*.json' | wc -l)" -eq 60
that "mirrored" test -s out/p1/m1.json; that "a record" test "$(jq -r .title out/p1/m1.json)" = "Meldung 1"
run "klartext -q -f markdown pages/p1/m1.html -o out"
status_is 0; that "named after it" test -s out/m1.md
run "klartext -q -i list -o listed/"
that "a list keeps its folders" test -s listed/pages/p1/m1.json
run "klartext -o in/ - < pages/p1/m1.html"
status_is 0; that "standard input" test -s in/stdin.json

check "what is there is not overwritten unless it is said"
echo old > out/p1/m1.json
run "klartext pages/p1/m1.html pages -o out/"
status_is 1; err_has "klartext: pages/p1/m1.html: blocked: out/p1/m1.json exists; --overwrite replaces it"
that "as it was" test "$(cat out/p1/m1.json)" = old
run "klartext -q --overwrite pages -o out/"
status_is 0; that "replaced" test "$(jq -r .title out/p1/m1.json)" = "Meldung 1"

check "two inputs of one name"
cp -r pages/p1 other
for option in "" --overwrite --resume; do
  rm -rf twice
  run "klartext $option pages/p1/m1.html other/m1.html -o twice/"
  status_is 1; err_has "klartext: other/m1.html: blocked: twice/m1.json is the file of another input of this run"
  that "the first has it" test "$(jq -r .source twice/m1.json)" = pages/p1/m1.html
done
run "klartext --resume other/m1.html -o twice"
status_is 1; err_has "twice/m1.json is of another input"

check "names that would lead elsewhere stay in the folder"
mkdir -p deep/er && cp pages/p1/m1.html up.html && cp pages/p1/m1.html $'deep/er/b\xe4d\n.html'
cp pages/p1/m1.html "deep/er/$(printf 'x%.0s' $(seq 240)).html"; cp pages/p1/m1.html deep/A.html; cp pages/p1/m1.html deep/a.html
(cd deep/er && find . -type f -print0; printf '../../up.html\0%s/up.html\0../A.html\0../a.html\0' "$work") > names
find . -not -path './hostile*' -not -path './.std*' | sort > .std-before
(cd deep/er && klartext -q -0 -i ../../names -o "$work/hostile/") > "$out" 2> "$err"; status=$?
find . -not -path './hostile*' -not -path './.std*' | sort > .std-after
status_is 0; that "nothing beside it" cmp .std-before .std-after; that "six files" test "$(find hostile -type f | wc -l)" -eq 6
that "valid names" test "$(files_in hostile | iconv -f UTF-8 -t UTF-8 | wc -c)" -gt 0

check "a file of records is continued; a line that was cut off is done again"
for bytes in 1 700 5000 20000; do
  head -c "$bytes" full.jsonl > cut.jsonl
  run "klartext --resume -i list -o cut.jsonl"
  status_is 0; that "as if undisturbed" cmp full.jsonl cut.jsonl
  head -c "$bytes" full.jsonl > other.jsonl.part
  run "klartext --resume -i list -o other.jsonl"
  status_is 0; that "the part too" cmp full.jsonl other.jsonl; that "no part is left" test ! -e other.jsonl.part
  rm other.jsonl
done
err_has "there already"
run "klartext --resume -i list -o cut.jsonl"
status_is 0; that "nothing to do" cmp full.jsonl cut.jsonl; err_has "60 inputs: 60 articles (60 there already), 0 failed"

check "what failed and what is new is done, in the place it belongs to"
mv pages/p2 away
run "klartext --resume -q -i list --errors errors.jsonl -o grown.jsonl"
status_is 1; that "failures" test "$(wc -l < errors.jsonl)" -eq "$(find away -type f | wc -l)"
mv away pages/p2
run "klartext --resume -q -i list --errors errors.jsonl -o grown.jsonl"
status_is 0; that "in order" cmp full.jsonl grown.jsonl; that "no failures" test ! -s errors.jsonl
sort -r list > reversed
run "klartext -q -i reversed -o reversed.jsonl"
run "klartext --resume -q -i reversed -o grown.jsonl"
that "another order of the list" cmp reversed.jsonl grown.jsonl

check "names that are not UTF-8 look alike in a record: none is taken for another"
mkdir alike
page $'alike/\xe4.html' 901; page $'alike/\xf6.html' 902; page $'alike/\xef\xbf\xbd.html' 903
run "klartext -q alike -o alike.whole"
for kept in 1 2 3; do
  sed -n "${kept}p" alike.whole > alike.jsonl
  run "klartext -q --resume alike -o alike.jsonl"
  status_is 0; that "each its own" cmp alike.whole alike.jsonl
  sed -n "${kept}p" alike.whole > alike.new.part
  run "klartext -q --resume alike -o alike.new"
  status_is 0; that "from the part too" cmp alike.whole alike.new
done
run "klartext -q alike -o alike.out/"
status_is 0; that "a file for each" test "$(find alike.out -name '*.json' | wc -l)" -eq 3
cp -r alike.out alike.before
for file in alike.before/*; do
  rm alike.out/*; cp "$file" alike.out
  run "klartext -q --resume alike -o alike.out/"
  status_is 0; that "each its own in a folder" diff -r alike.before alike.out
done

check "archives: every capture of every page, and continued"
# record ADDRESS FILE: a record of WARC, and archive FILE...: a mail of MHTML
record() {
  local head=$'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
  printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" $((${#head} + $(wc -c < "$2"))) "$head"
  cat "$2"; printf '\r\n\r\n'
}
mail() {
  printf 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n'
  cat "$1"; printf '\r\n--B--\r\n'
}
mkdir crawls
for i in 1 2 3 4 5; do record "https://a.example/$i" "$(find pages -name "m$i.html")" | gzip; done > crawls/one.warc.gz
record https://a.example/3 pages/p1/m8.html | gzip >> crawls/one.warc.gz
mail pages/p2/m9.html > crawls/two.mhtml
run "klartext -q crawls -o crawls.jsonl"
status_is 0; out_lines 0
that "all in order" test "$(jq -r .title crawls.jsonl | tr '\n' ' ')" = \
  "Meldung 1 Meldung 2 Meldung 3 Meldung 4 Meldung 5 Meldung 8 Meldung 9 "
for kept in 1p 1,4p 7p '2p;5p'; do
  sed -n "$kept" crawls.jsonl > crawls.cut
  run "klartext -q -j4 --resume crawls -o crawls.cut"
  status_is 0; that "as if undisturbed" cmp crawls.jsonl crawls.cut
done
run "klartext crawls -o crawled/"
status_is 0; that "seven files" test "$(find crawled -name '*.json' | wc -l)" -eq 7
that "the second capture" test "$(jq -r .title crawled/one/a.example/3-*.2.json)" = "Meldung 8"
cp -r crawled crawled.part
rm crawled.part/two.json crawled.part/one/a.example/3-*.json crawled.part/one/a.example/5-*.json
run "klartext --resume crawls -o crawled.part/"
status_is 0; that "as if undisturbed" diff -r crawled crawled.part; err_has "2 inputs: 7 articles (3 there already), 0 failed"
head -c 900 crawls/one.warc.gz > crawls/cut.warc.gz
run "klartext -q crawls/cut.warc.gz -F source"
status_is 1

check "many jobs are as many as there is use for"
run "klartext -q -j 100000 -i list"
status_is 0; that "the same output" cmp full.jsonl "$out"

check "the address of a single input is not that of each page in an archive"
sed 's/<link[^>]*>//' pages/p1/m1.html > bare.html
(record https://a.example/x bare.html; record https://a.example/y bare.html) > bare.warc
run "klartext -u https://a.example/z bare.warc -F url"
status_is 0; jq_is .url $'https://a.example/x\nhttps://a.example/y'

check "a folder is continued; an empty file is done again"
rm -rf out && klartext -q pages -o out/ && cp -r out whole
rm out/p3/*.json; : > out/p1/m1.json; head -c 30 whole/p1/m8.json > out/p1/m8.json
run "klartext --resume pages -o out/"
status_is 0; that "as if undisturbed" diff -r whole out; err_has "there already"

check "killed in the middle, three times, and continued: nothing lost, nothing double"
mkfifo feed
for _ in 1 2 3; do
  (head -n 20 list; sleep 30) > feed &
  writer=$!
  klartext -q --resume -i feed --errors killed.errors -o killed.jsonl &
  victim=$!
  for _ in $(seq 200); do [[ $(wc -l 2> /dev/null < killed.jsonl.part) -ge 20 ]] && break; sleep 0.05; done
  kill -9 "$victim"; wait "$victim" 2> /dev/null
  kill "$writer" 2> /dev/null
  printf '{"source":"pages/p0/cut' >> killed.jsonl.part
done
run "klartext -q --resume -i list --errors killed.errors -o killed.jsonl"
status_is 0; that "as if undisturbed" cmp full.jsonl killed.jsonl; that "no part is left" test ! -e killed.jsonl.part

check "Ctrl-C and SIGTERM end after what is in hand"
for signal in INT:130 TERM:143; do
  rm -f stopped.jsonl*
  (head -n 20 list; sleep 30) > feed &
  writer=$!
  # A job in the background of a script ignores SIGINT; python gives it back.
  python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
    klartext -i feed -o stopped.jsonl 2> "$err" &
  victim=$!
  for _ in $(seq 200); do [[ $(wc -l 2> /dev/null < stopped.jsonl.part) -ge 20 ]] && break; sleep 0.05; done
  kill -s "${signal%:*}" "$victim"; wait "$victim"; status=$?
  kill "$writer" 2> /dev/null
  status_is "${signal#*:}"; that "no file yet" test ! -e stopped.jsonl
  err_has "what is done is in stopped.jsonl.part; --resume goes on from there"
  that "whole records" test "$(jq -c .source stopped.jsonl.part | wc -l)" -eq 20
done
run "klartext -q --resume -i list -o stopped.jsonl"
that "continued" cmp full.jsonl stopped.jsonl

check "a second Ctrl-C ends at once, also while nobody reads what is written"
for _ in $(seq 100); do cat list; done > long
mkfifo unread
sleep 60 3< unread &
reader=$!
python3 -c 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])' \
  klartext -j2 -i long 2> "$err" > unread &
victim=$!
for _ in $(seq 400); do [[ $(< /proc/$victim/comm) == klartext ]] && break; sleep 0.05; done  # python is gone
sleep 1; kill -INT "$victim"; sleep 0.5
that "waits for its reader" kill -INT "$victim"
wait "$victim"; status=$?
status_is 130
kill "$reader"

check "--require"
run "klartext --require title,date pages/p1/m1.html samples/partner-der-kommunen.html -F source"
status_is 1; out_is '{"source":"samples/partner-der-kommunen.html"}'
err_has "klartext: pages/p1/m1.html: no_article: the page has no date (--require)"

check "--skip-duplicates: the first wins, whatever --jobs says"
cat list list > doubled
for jobs in 1 8; do
  run "klartext -j$jobs --skip-duplicates -i doubled"
  status_is 0; that "each once" cmp full.jsonl "$out"; err_has ", 60 duplicates, 0 failed"
done
run "klartext -q --skip-duplicates --resume -i doubled -o cut.jsonl"
that "with --resume" cmp full.jsonl cut.jsonl

check "--files prints what would be read, and --shard a part of it"
run "klartext --files pages missing.html -i samples/inputs.txt"
status_is 1; out_lines 63; err_has "missing.html: not_found"
run "klartext --files -i list | klartext -q -i -"
that "a list again" cmp full.jsonl "$out"
run "klartext --files --null samples | tr '\\0' '\\n'"
out_lines 3
mkdir lines && cp pages/p1/m1.html lines/$'two\nlines.html' && cp pages/p1/m1.html lines/a.html
run "klartext --files lines"
status_is 1; out_is lines/a.html; err_has 'klartext: lines/two\x0alines.html: unreadable: the name holds a line break; --null prints such names'
run "klartext --files --null lines | klartext -q -0 -i - -F title"
status_is 0; out_lines 2
run "for i in 1 2 3; do klartext --files --shard \$i/3 -i list; done | sort"
that "every input once" cmp list "$out"
run "klartext --shard 4/3 -i list"
status_is 2; err_has "--shard takes I/N"

if command -v parallel > /dev/null; then
  check "shards under GNU parallel give together what one run gives"
  run "parallel --will-cite -j2 klartext -q -i list --shard {}/5 -o shard-{}.jsonl ::: 1 2 3 4 5"
  status_is 0; cat shard-?.jsonl > merged.jsonl; that "the same records" sorted_same merged.jsonl full.jsonl
  run "parallel --will-cite -j2 klartext -q pages --shard {}/5 -o shards/ ::: 1 2 3 4 5"
  status_is 0; that "the same files" diff -r whole shards
fi

check "--progress json"
run "klartext -q --progress json -i list missing.html -o out.jsonl"
that "the last line says it all" test "$(tail -n 1 "$err" | jq -c '[.inputs, .articles, .failed, .errors, .finished]')" = \
  '[61,60,1,{"not_found":1},true]'
if command -v script > /dev/null; then
  check "progress on a terminal"
  run "script -qec 'TERM=xterm klartext -i doubled -o out.jsonl' /dev/null"
  out_has "120 inputs: 120 articles, 0 failed"
  that "nothing behind it" grep -q 'articles, 0 failed.*pages/s' <(tail -n 1 "$out")
  that "no line without an end" test "$(tail -c 1 "$out")" = ""
fi

check "output that cannot be written"
run "(ulimit -f 16; klartext -i list -o limited.jsonl)"
status_is 1; err_has "cannot write limited.jsonl: File too large"; that "no file" test ! -e limited.jsonl
that "whole records are left" jq -e . limited.jsonl.part > /dev/null
run "klartext -q --resume -i list -o limited.jsonl"
status_is 0; that "and continued" cmp full.jsonl limited.jsonl
run "(ulimit -f 16; klartext -q -i list > limited.stdout)"
status_is 1; that "nothing half-written" jq -e . limited.stdout > /dev/null
run "klartext -i list > /dev/full"
status_is 1; err_has "cannot write standard output: No space left on device"
run "klartext -i list -o missing/folder/out.jsonl"
status_is 1; err_has "missing/folder/out.jsonl: No such file or directory"
run "klartext -o up.html up.html"
status_is 1; err_has "up.html is input and output at once"; that "as it was" cmp up.html pages/p1/m1.html
echo up.html > only
run "klartext -o up.html -i only"
status_is 1; err_has "up.html is input and output at once"; that "as it was" cmp up.html pages/p1/m1.html
for errors in both.jsonl ./both.jsonl; do
  for _ in new old; do
    run "klartext -q -i list -o both.jsonl --errors $errors"
    status_is 1; err_is "klartext: both.jsonl is to hold records and errors at once"; touch both.jsonl
  done
  rm both.jsonl
done
run "klartext -q -i list -o /dev/null --errors /dev/null"
status_is 0
run "klartext -q -i list -o full.jsonl/"
status_is 1; out_lines 0
run "klartext -i list -o gone.jsonl | head -n 1"
status_is 0

check "what cannot be read is an error, and the rest goes on"
if [[ $(id -u) -ne 0 ]]; then
  mkdir locked && chmod 0 locked
  run "klartext locked pages/p1/m1.html"
  status_is 1; err_has "locked: unreadable: "; out_lines 1
fi
run "klartext --resume -i list"
status_is 2; err_has "--resume needs -o FILE or -o DIR"
run "klartext --resume -f text -i list -o x.txt"
status_is 2; err_has "--resume with a file needs JSON"

end_of_checks
