#!/usr/bin/env bash
# A list of pages is fetched from nginx, extracted and written with --cache, killed three times on the way and continued:
# the result is that of one undisturbed run, and the server is not asked again for what was there.
#   killed.sh KLARTEXT ROOT
# KLARTEXT_PROOF_PAGES is the number of pages (400). The server hands them out evenly over about kSeconds, so that there
# is a middle to be killed in however fast the program is.
# shellcheck source=tests/cli/checks.sh
source "$(dirname "${BASH_SOURCE[0]}")/../cli/checks.sh"

PATH=$PATH:/usr/sbin
command -v nginx > /dev/null || { echo "nginx is needed"; exit 77; }
unset http_proxy all_proxy HTTP_PROXY ALL_PROXY

readonly kPages=${KLARTEXT_PROOF_PAGES:-400} kKills=3 kSeconds=3
# What may be on its way when the program is killed, and must be asked for again: an answer on each of the two
# connections, and for each one that is received and not yet in the cache.
readonly kInFlight=4

readonly kPlaces=(Ahlbeck Bergfelde Cronau Dornstedt Eschhausen Falkenrode Gernsee)
readonly kMatters=("den neuen Haushalt" "das Bürgerbüro am Markt" "die Sanierung der Turnhalle" "den Ausbau der Netze"
  "die digitale Bauakte")
readonly kVotes=("einstimmig" "mit knapper Mehrheit" "nach langer Aussprache" "gegen drei Stimmen")

# page N: an article of its own; every seventh is many times longer than the others
page() {
  local n=$1 place=${kPlaces[$1 % 7]} matter=${kMatters[$1 % 5]} vote=${kVotes[$1 % 4]} i more=
  if ((n % 7 == 0)); then
    for ((i = 1; i <= 40; i++)); do
      more+="<p>Zu Punkt $i der Vorlage $n sagte die Verwaltung, ${matter} werde man bis zum $((i % 28 + 1)). März vorlegen.</p>"$'\n'
    done
  fi
  printf '%s\n' "<!doctype html><html lang=de><head><meta charset=utf-8><title>$place berät Vorlage $n</title>
<link rel=canonical href=\"https://a.example/meldung/$n\"></head><body><nav><a href=/>Start</a></nav><article>
<h1>$place berät Vorlage $n</h1><time datetime=\"2024-0$((n % 9 + 1))-1$((n % 10))\">im Jahr 2024</time>
<p>Der Rat der Stadt $place hat am Abend über $matter gesprochen und die Vorlage Nummer $n $vote angenommen.</p>
<p>Die Kosten betragen $((n * 37 % 900 + 100)) 000 Euro, wie die Kämmerin mitteilte, und liegen damit im Rahmen.</p>
$more</article></body></html>"
}

make_pages() {
  local n
  for ((n = 0; n < 100; n++)); do mkdir -p "root/$n"; done
  for ((n = 1; n <= kPages; n++)); do page "$n" > "root/$((n % 100))/m$n.html"; done
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# One process, so that it is the one to be ended.
configure_server() {
  cat > nginx.conf << CONF
daemon off;
master_process off;
pid $work/nginx.pid;
events { worker_connections 200; }
http {
  log_format plain '\$request_uri';
  access_log $work/access.log plain;
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  types { text/html html; }
  charset utf-8;
  gzip on;
  keepalive_requests 100000;
  limit_req_zone \$binary_remote_addr zone=all:32k rate=$((kPages / kSeconds))r/s;
  server {
    listen 127.0.0.1:$port;
    root $work/root;
    expires 1h;
    limit_req zone=all burst=100;
  }
}
CONF
}

# Tries other ports where somebody else was faster.
start_server() {
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    configure_server
    nginx -e error.log -p "$work" -c nginx.conf 2> nginx.stderr &
    server=$!
    for _ in $(seq 200); do
      curl --silent --output /dev/null "http://127.0.0.1:$port/" && return
      kill -0 "$server" 2> /dev/null || break
      sleep 0.05
    done
  done
  cat nginx.stderr error.log
  exit 1
}

# Requests for pages so far.
requests() { grep -c '/m[0-9]*\.html$' access.log; }

# Records that are there, in the file that is still to be finished or in the folder.
written() {
  local folder=$1 part=$1.part
  if [[ $1 == */ ]]; then
    [[ ! -d $folder ]] || find "$folder" -name '*.json'
  else
    [[ ! -e $part ]] || cat "$part"
  fi | wc -l
}

# kill_midway OUTPUT: a run is ended by SIGKILL as soon as it has written a quarter of the pages more
kill_midway() {
  local output=$1 before goal victim after
  before=$(written "$output")
  goal=$((before + kPages / (kKills + 1)))
  klartext -q --cache killed.cache --resume -i list -o "$output" 2> "$err" &
  victim=$!
  while after=$(written "$output") && ((after < goal)) && kill -0 "$victim" 2> /dev/null; do sleep 0.01; done
  kill -9 "$victim"
  wait "$victim" 2> /dev/null
  status=$?
  after=$(written "$output")
  echo "killed with $after records of $kPages, after $(requests) requests"
  status_is 137
  that "a quarter more" test "$after" -ge "$goal"; that "not all" test "$after" -lt "$kPages"
  that "no file yet" test ! -f "$output"
}

# killed_and_continued OUTPUT: all is written in the end, with hardly a request more than there are pages
killed_and_continued() {
  local output=$1
  rm -rf killed.cache
  : > access.log
  local i
  for ((i = 0; i < kKills; i++)); do kill_midway "$output"; done
  run "klartext --cache killed.cache --resume -i list -o $output"
  status_is 0; err_has "$kPages inputs: $kPages articles ("; err_has " there already), 0 failed"
  echo "done after $(requests) requests"
  that "every page was asked for" test "$(sort -u access.log | grep -c '/m')" -eq "$kPages"
  that "not from the beginning" test "$(requests)" -le $((kPages + kKills * kInFlight))
}

make_pages
start_server
for ((n = 1; n <= kPages; n++)); do echo "http://127.0.0.1:$port/$((n % 100))/m$n.html"; done > list

check "one undisturbed run"
run "klartext --cache full.cache -i list -o full.jsonl"
status_is 0; err_has "$kPages inputs: $kPages articles, 0 failed"
that "every page once, in order" cmp list <(jq -r .source full.jsonl)
that "no page like another" test "$(jq -c .body full.jsonl | sort -u | wc -l)" -eq "$kPages"
run "klartext -q --cache full.cache -i list -o full/"
status_is 0; that "asked for once" test "$(requests)" -eq "$kPages"

check "a file: nothing lost, nothing double"
killed_and_continued killed.jsonl
that "the same records" cmp <(sort full.jsonl) <(sort killed.jsonl); that "in the same order" cmp full.jsonl killed.jsonl
that "no part is left" test ! -e killed.jsonl.part
run "klartext --cache killed.cache --resume -i list -o killed.jsonl"
status_is 0; err_has "($kPages there already)"; that "the same" cmp full.jsonl killed.jsonl

check "the cache holds every page, whatever was killed"
asked=$(requests)
run "klartext -q --cache killed.cache -i list"
status_is 0; that "the same" cmp full.jsonl "$out"; that "nobody was asked" test "$(requests)" -eq "$asked"

check "a folder: nothing lost, nothing double"
killed_and_continued killed/
that "the same files" diff -r full killed

end_of_checks
