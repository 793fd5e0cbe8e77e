#!/usr/bin/env bash
# A server's own tools: base backup, archived WAL, and back to the moment before somebody's mistake. Shows what
# docs/operations.md says, on a cluster of its own of the PostgreSQL that is installed (Debian: apt-get install postgresql).
#   bench/faults/point-in-time.sh            PG_BIN=/usr/lib/postgresql/17/bin bench/faults/point-in-time.sh
set -euo pipefail

top=$(cd "$(dirname "$0")/../.." && pwd)
bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}
if [[ ! -x $bin/pg_basebackup ]]; then
  echo 'There is no PostgreSQL with its tools here: apt-get install postgresql, or name its folder in PG_BIN.' >&2
  exit 2
fi
node=$top/node_modules/.bin/node
work=$(mktemp -d "${TMPDIR:-/tmp}/hejie-point-in-time-XXXXXX")
password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
export PGPASSWORD=$password PGHOST=127.0.0.1 PGUSER=postgres

# PostgreSQL does not run as root.
as_postgres() { if [[ $(id -u) = 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
free_port() { "$node" -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
ask() { "$bin/psql" -p "$1" -d hejie -XAtqc "$2"; }
start() { as_postgres "$bin/pg_ctl" -D "$1" -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" -l "$work/$2.log" -w -t 60 start >/dev/null; }
stop_all() {
  for cluster in "$work"/primary "$work"/recovered; do
    as_postgres "$bin/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$work"
}
trap stop_all EXIT

hejie() {
  local port=$1
  shift
  HEJIE_MODE=demo HEJIE_DATA=$work/data DATABASE_URL=postgres://hejie_app:of-a-test@127.0.0.1:$port/hejie \
    DATABASE_ADMIN_URL=postgres://postgres:$password@127.0.0.1:$port/hejie "$node" "$top/server/cli.ts" "$@"
}
register() { # 15 matters of today, each with its first limit
  hejie "$1" import matters "$work/$2.csv" --map "$top/cities/baotou/imports/petitions.json" --live --errors "$work/errors.csv" | tail -1
}

chmod 711 "$work"
mkdir "$work/archive" "$work/data"
printf %s "$password" >"$work/password"
sample=$top/cities/baotou/imports/sample.csv
cp "$sample" "$work/first.csv"
# The same rows under other numbers: they come in as other matters.
{ head -1 "$sample"; tail -n +2 "$sample" | sed 's/^/2/'; } >"$work/second.csv"
[[ $(id -u) != 0 ]] || chown postgres "$work" "$work/archive" "$work/password"

echo "1. a cluster that archives its WAL ($("$bin/postgres" --version))"
as_postgres "$bin/initdb" -D "$work/primary" -U postgres --auth=scram-sha-256 --pwfile="$work/password" \
  --encoding=UTF8 --locale=C.UTF-8 --data-checksums >/dev/null
as_postgres tee -a "$work/primary/postgresql.conf" >/dev/null <<CONF
wal_level = replica
archive_mode = on
archive_timeout = 60
archive_command = 'test ! -f $work/archive/%f && cp %p $work/archive/%f.part && sync $work/archive/%f.part && mv $work/archive/%f.part $work/archive/%f'
CONF
port=$(free_port)
start "$work/primary" "$port"
echo "   $(register "$port" first)"

echo '2. a base backup, verified'
as_postgres env PGPASSWORD="$password" "$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U postgres \
  -D "$work/base" --checkpoint=fast --wal-method=stream
as_postgres "$bin/pg_verifybackup" "$work/base" | sed 's/^/   /'

echo '3. work goes on after it'
echo "   $(register "$port" second)"
before=$(ask "$port" 'select count(*) from hejie.matter')
events=$(ask "$port" 'select count(*) from hejie.event')
moment=$(ask "$port" 'select clock_timestamp()')
sleep 1

echo "4. a mistake after $moment: somebody drops the city"
ask "$port" 'set client_min_messages = warning; drop schema hejie cascade'
segment=$(ask "$port" 'select pg_walfile_name(pg_switch_wal())')
for _ in $(seq 100); do [[ ! -f $work/archive/$segment ]] || break; sleep 0.1; done
[[ -f $work/archive/$segment ]] || { echo "the WAL $segment was not archived" >&2; exit 1; }
as_postgres "$bin/pg_ctl" -D "$work/primary" -m immediate stop >/dev/null

echo '5. back to that moment, from the base backup and the archive alone'
as_postgres mv "$work/base" "$work/recovered"
as_postgres tee -a "$work/recovered/postgresql.auto.conf" >/dev/null <<CONF
restore_command = 'cp $work/archive/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
archive_mode = off
CONF
as_postgres touch "$work/recovered/recovery.signal"
port=$(free_port)
start "$work/recovered" "$port"
for _ in $(seq 300); do [[ $(ask "$port" 'select pg_is_in_recovery()') = t ]] || break; sleep 0.1; done

after=$(ask "$port" 'select count(*) from hejie.matter')
after_events=$(ask "$port" 'select count(*) from hejie.event')
echo "   matters $before, restored $after; events $events, restored $after_events"
[[ $before = 30 && $after = "$before" && $after_events = "$events" ]] || { echo 'NOT what it was.' >&2; exit 1; }
replayed=$(hejie "$port" replay --all | tail -1)
echo "   $replayed"
[[ $replayed = 'replayed 30 matters, 30 clocks, 0 differences' ]] || { echo 'NOT as the events tell it.' >&2; exit 1; }
echo 'Everything up to the moment is there, and nothing after it.'
