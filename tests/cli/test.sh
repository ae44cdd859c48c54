#!/usr/bin/env bash
# The program from outside: what one call of it does.
#   test.sh KLARTEXT ROOT
# shellcheck source=tests/cli/checks.sh
source "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

page=samples/partner-der-kommunen.html
title_of_page="Partner der Kommunen"

check "a saved page is one line of JSON"
run "klartext $page"
status_is 0; out_lines 1; err_empty
jq_is .title "$title_of_page"
jq_is .source "$page"
jq_is '.related | length' 5

check "the related articles in a pipe"
run "klartext $page | jq -r '.related[] | \"\\(.date) \\(.title)\"'"
status_is 0; out_has "2024-04-26 Das Klima im Blick"; out_lines 5

check "HTML on standard input"
run "cat $page | klartext -F source,title -"
out_is '{"source":"-","title":"Partner der Kommunen"}'

check "the address of a page on standard input"
run "sed 's/<link[^>]*canonical[^>]*>//I' samples/generic-news.html | klartext -u https://a.example/news/1 -F url -"
that "an address of a.example or the page's own" grep -q '"url":"https://' "$out"

check "pretty and compact"
run "klartext --pretty -F title $page"
out_is $'{\n  "title": "Partner der Kommunen"\n}'
run "klartext --compact -F title $page"
out_is '{"title":"Partner der Kommunen"}'

check "on a terminal a single article is indented, several are not"
if command -v script > /dev/null; then
  run "script -qec 'klartext -F title $page' /dev/null"
  out_has '  "title": "Partner der Kommunen"'
  run "script -qec 'klartext -F title $page $page' /dev/null"
  out_has '{"title":"Partner der Kommunen"}'
fi

check "Markdown and text"
run "klartext -f markdown $page"
status_is 0; out_has "# [$title_of_page]("; out_has "## Related"
run "klartext -f text $page"
status_is 0; out_has "$title_of_page"; out_has "Tags: Panorama"

check "--explain adds the reasons as the last key"
run "klartext --explain $page"
status_is 0; jq_is 'keys_unsorted | last' explain
that "the title has a rule" jq -e '.explain.title.winner.rule | length > 0' "$out" > /dev/null

check "a folder, in order"
run "klartext samples -F source"
status_is 0
out_is $'{"source":"samples/generic-news.html"}\n{"source":"samples/partner-der-kommunen.html"}\n{"source":"samples/wordpress-2026.html"}'

check "a list with an address, and a list on standard input"
run "klartext -i samples/inputs.txt -F source,url"
status_is 0; out_lines 3
out_has '"url":"https://www.seetaler-tagblatt.example/region/eisenbruecke-muehlbach-zug-ist-zurueck-4711.html"'
run "head -n 2 samples/inputs.txt | klartext -i - -F source"
status_is 0
run "printf '%s\\0' $page samples/wordpress-2026.html | klartext -0 -i - -F title"
out_lines 2

check "a gzipped page"
gzip -k samples/wordpress-2026.html
run "klartext -F title samples/wordpress-2026.html.gz"
status_is 0; out_is '{"title":"Beliebter Chatbot"}'
rm samples/wordpress-2026.html.gz

check "a missing file"
run "klartext missing.html"
status_is 1; out_lines 0
that "one line" test "$(wc -l < "$err")" -eq 1
err_has "klartext: missing.html: not_found: "

check "one bad input never stops the others"
run "klartext -F title missing.html $page nothing/ $page"
status_is 1; out_lines 2
that "a line for each and one at the end" test "$(wc -l < "$err")" -eq 3; err_has "4 inputs: 2 articles, 2 failed (not_found 2), "

check "a page that takes too long is one error, not the end of the batch"
run "klartext --page-timeout 0.0000001 --errors - $page missing.html"
status_is 1; jq_is .error.code $'timeout\nnot_found'
run "klartext --page-timeout 0 -F title $page"
status_is 0; out_is '{"title":"Partner der Kommunen"}'

check "an input without a name"
run "klartext -F title '' $page"
status_is 1; out_is '{"title":"Partner der Kommunen"}'; err_has 'klartext: "": not_found: the name of this input is empty'

check "what could be meant is said"
mkdir bare && cp $page bare/page.php && cp $page ./-page.html
run "klartext bare $page -F title"
status_is 1; out_is '{"title":"Partner der Kommunen"}'; err_has "klartext: bare: not_found: no page in this folder: its files are read if they end in .html, "
run "klartext -page.html"
status_is 2; err_has "klartext: unknown option -page.html; the file is ./-page.html"
run "klartext -F title -- -page.html"
status_is 0; out_is '{"title":"Partner der Kommunen"}'
run "klartext --max-bytes 1k $page"
status_is 1; err_is "klartext: $page: too_large: more than 1024 bytes (--max-bytes)"
run "klartext -i $page"
status_is 1; err_has "klartext: $page: unreadable: the list cannot be read: it is HTML or XML ("
that "nothing else" test "$(wc -l < "$err")" -eq 1
printf '\xff\xfea\0' > wide.lst
run "klartext -i wide.lst"
status_is 1; err_is "klartext: wide.lst: unreadable: the list cannot be read: it is UTF-16, save it as UTF-8"
printf '%s \n%s\n' $page $page > blanks.lst
run "klartext -F title -i blanks.lst"
status_is 1; out_lines 1; err_has "not_found: no such file or directory; the name begins or ends with white space"
(printf 'x%.0s' $(seq 70000); printf '\n%s\n' $page) > long.lst
run "klartext -F title -i long.lst"
status_is 1; out_lines 1; err_has "klartext: long.lst: too_large: entry 1 of the list cannot be read: longer than 65536 bytes"

check "a list with a single page needs no line at the end, an empty one does"
run "klartext -i missing.lst"
status_is 1; err_is "klartext: missing.lst: not_found: the list cannot be read: no such file or directory"
echo $page > one.lst
run "klartext -F title -i one.lst"
status_is 0; err_empty
: > none.lst
run "klartext -i none.lst"
status_is 0; err_has "0 inputs: 0 articles"

check "error records in a file"
run "klartext --errors errors.jsonl -F title missing.html $page"
status_is 1; out_is '{"title":"Partner der Kommunen"}'
that "one record" test "$(jq -r '.source + " " + .error.code' errors.jsonl)" = "missing.html not_found"

check "error records in the output: N inputs give N lines"
run "klartext --quiet --errors - -F source missing.html $page missing2.html"
status_is 1; out_lines 3; err_empty
jq_is .source $'missing.html\nsamples/partner-der-kommunen.html\nmissing2.html'

check "what is no page, and what is no article"
printf '\x89PNG\r\n\x1a\n0000' > picture.html
: > empty.html
echo '<html><body><form><input type=password name=p><button>Anmelden</button></form></body></html>' > login.html
run "klartext --errors - -q picture.html empty.html login.html"
status_is 1; jq_is .error.code $'not_html\nnot_html\nno_article'

check "a name that acts on a terminal is spelled out"
run "klartext \$'bad\\e[31m\\nname.html'"
status_is 1; err_has 'klartext: bad\x1b[31m\x0aname.html: not_found'

check "a name that is not UTF-8"
cp $page $'caf\xe9.html'
run "klartext -F source \$'caf\\xe9.html'"
status_is 0; that "valid JSON" jq -e . "$out" > /dev/null

check "the order is kept whatever --jobs says"
for _ in $(seq 40); do cat samples/inputs.txt; done > list
run "klartext -j1 -i list"
cp "$out" sequential
run "klartext -j8 -i list"
status_is 0; that "the same output" cmp sequential "$out"

check "a closed pipe ends the run quietly with success"
run "klartext -i list | head -n 1"
status_is 0; out_lines 1; err_empty

check "an output file appears when it is complete"
run "klartext -o out.jsonl -F title $page"
status_is 0; out_lines 0; that "is written" test "$(cat out.jsonl)" = '{"title":"Partner der Kommunen"}'
that "nothing is left aside" test ! -e out.jsonl.part

check "a link is written through, also where its file is still to be made"
mkdir elsewhere && ln -s elsewhere/real.jsonl link.jsonl
for _ in 1 2; do
  run "klartext -o link.jsonl -F title $page"
  status_is 0; that "a link" test -L link.jsonl; that "written" test "$(cat elsewhere/real.jsonl)" = '{"title":"Partner der Kommunen"}'
done

check "output that cannot be written"
run "klartext -o no/such/folder/out $page"
status_is 1; err_has "No such file or directory"
run "klartext $page > /dev/full"
status_is 1; err_has "No space left on device"

check "a standard stream that is closed"
run "klartext -q -F title -o closed.jsonl missing.html $page 2>&-"
status_is 1; that "nothing but the record" test "$(cat closed.jsonl)" = '{"title":"Partner der Kommunen"}'
run "klartext -F title -o closed.jsonl missing.html $page 2>&-"
status_is 1; that "no message in it" test "$(cat closed.jsonl)" = '{"title":"Partner der Kommunen"}'
run "timeout 20 klartext - <&-"
status_is 1; err_is "klartext: -: unreadable: standard input is closed"
run "timeout 20 klartext -i - <&-"
status_is 1; err_has "klartext: -: unreadable: the list cannot be read: standard input is closed"
run "klartext $page >&-"
status_is 1; err_is "klartext: cannot write standard output: it is closed"
run "klartext --help >&-"
status_is 1; err_is "klartext: cannot write standard output: it is closed"
run "klartext -F title -o closed.jsonl $page <&- >&- 2>&-"
status_is 0; that "a file needs none of them" test "$(cat closed.jsonl)" = '{"title":"Partner der Kommunen"}'

check "wrong usage"
run "klartext --nonsense"
status_is 2; out_lines 0; err_has "unknown option --nonsense"; err_has "Usage: klartext"
run "klartext"
status_is 2; err_has "no INPUT given"
run "klartext --fields nonsense $page"
status_is 2; err_has 'no key "nonsense"'
run "klartext --outptu x $page"
status_is 2; err_has "did you mean --output?"; that "two lines" test "$(wc -l < "$err")" -eq 2

check "help, version, schema"
run "klartext --help"
status_is 0; out_has "Usage: klartext"; out_has "Examples:"; err_empty
run "klartext --version"
status_is 0; that "a version" grep -qE '^klartext [0-9]+\.[0-9]+\.[0-9]+$' "$out"
run "klartext schema"
status_is 0; jq_is '.["$schema"]' "https://json-schema.org/draft/2020-12/schema"

check "help fits the terminal"
run "COLUMNS=70 klartext --help | sed '/^Examples/,\$d' | grep -v 'klartext ' | wc -L"
that "70 columns" test "$(cat "$out")" -le 70
run "COLUMNS=wide klartext --help | sed '/^Examples/,\$d' | wc -L"
that "100 columns" test "$(cat "$out")" -gt 90

check "man page and completions"
run "klartext --generate man"
status_is 0; out_has '.TH KLARTEXT 1'
run "klartext --generate bash | bash -n"
status_is 0; err_empty

check "pages from a web server"
python3 -u -m http.server --bind 127.0.0.1 0 > server.log 2>&1 &
server=$!
for _ in $(seq 100); do grep -q 'port' server.log && break; sleep 0.05; done
port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' server.log)
address=http://127.0.0.1:$port/samples
run "klartext -F source,title $address/partner-der-kommunen.html"
status_is 0; out_is "{\"source\":\"$address/partner-der-kommunen.html\",\"title\":\"$title_of_page\"}"
run "klartext --errors - -q -F title $address/no-such-page.html $address/wordpress-2026.html"
status_is 1; jq_is '.error.code // .title' $'http_status\nBeliebter Chatbot'
cat > feed.xml << END
<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title>
<item><title>Beliebter Chatbot</title><link>$address/wordpress-2026.html</link><pubDate>Fri, 12 Jun 2026 08:00:00 +0200</pubDate></item>
<item><title>$title_of_page</title><link>$address/partner-der-kommunen.html</link></item>
</channel></rss>
END
run "klartext list http://127.0.0.1:$port/feed.xml"
status_is 0; err_empty; out_is "$address/wordpress-2026.html"$'\n'"$address/partner-der-kommunen.html"
run "klartext list feed.xml | klartext -i - -F title"
status_is 0; out_is $'{"title":"Beliebter Chatbot"}\n{"title":"Partner der Kommunen"}'
run "klartext list feed.xml feed.xml | head -n 1"
status_is 0; out_lines 1; err_empty
run "klartext list --json - < feed.xml"
status_is 0; jq_is '"\(.source) \(.title) \(.date)"' $'- Beliebter Chatbot 2026-06-12T08:00:00+02:00\n- Partner der Kommunen null'
run "klartext list missing.xml feed.xml"
status_is 1; err_has "klartext: missing.xml: not_found: "; out_lines 2
run "klartext feed.xml"
status_is 1; err_has "not_html: this is an RSS feed, not a web page (klartext list prints the addresses in it)"
run "klartext list"
status_is 2; err_has "no INPUT given"
run "klartext list --fields title feed.xml"
status_is 2; err_has "unknown option --fields"
run "klartext list --help"
status_is 0; out_has "--json"; that "nothing about formats" test -z "$(grep -e --format "$out")"

check "a folder of cache or archive that cannot be used is one line, before work begins"
echo > plain
for option in --cache --save-html; do
  for folder in plain missing/folder; do
    run "klartext $option $folder -o never.jsonl $address/a.html $address/b.html"
    status_is 1; that "one line" test "$(grep -c "^klartext: the .*folder $folder .*cannot be" "$err")" -eq 1
    that "no other" test "$(wc -l < "$err")" -eq 1; that "no output" test ! -e never.jsonl.part
    run "klartext list $option $folder $address/a.html feed.xml"
    status_is 1; out_lines 0; that "one line" test "$(wc -l < "$err")" -eq 1
  done
done

check "a file of cookies in another format"
echo '[{"name": "session", "value": "1"}]' > cookies.json
run "klartext --cookie-file cookies.json $address/wordpress-2026.html"
status_is 2; err_has "klartext: --cookie-file: cookies.json holds no cookies in Netscape's format"
run "klartext --cookie-file samples $address/wordpress-2026.html"
status_is 2; err_has "klartext: --cookie-file: samples cannot be read: is a directory"
printf '# Netscape HTTP Cookie File\n\n' > none.txt
printf 'a note\n#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t1\n' > some.txt
for file in none.txt some.txt; do
  run "klartext --cookie-file $file -F title $address/wordpress-2026.html"
  status_is 0; err_empty
done

check "addresses that cannot be fetched"
run "klartext http://127.0.0.1:1/"
status_is 1; err_has "network: "
run "klartext ftp://127.0.0.1/page.html"
status_is 1; err_has "blocked: "

end_of_checks
