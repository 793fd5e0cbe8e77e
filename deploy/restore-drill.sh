#!/bin/bash
# Is the backup one? Restores the newest (or the one that is named) into a database and a folder of its own, reckons every
# clock again, says what it found, and takes both away again. Beside the running program; for root.
#   /opt/hejie/deploy/restore-drill.sh [FILE]
set -euo pipefail
program=/opt/hejie
settings=/etc/hejie/hejie.env
backups=/var/backups/hejie
scratch=hejie_drill
folder=/var/lib/hejie-drill

fail() { echo "drill: $*" >&2; exit 1; }
said=$(mktemp)
trap 'rm -f "$said"' EXIT
[ "$(id -u)" = 0 ] || fail 'run this as root.'
file=${1:-$(ls -t "$backups"/hejie-*.backup 2>/dev/null | head -n 1)}
[ -f "$file" ] || fail "there is no backup in $backups."

set -a
. "$settings"
# The same server and the same keys, another database and another folder.
in_scratch() { sed -E "s#^([a-z]+://[^/]+)/[^?]*#\1/$scratch#" <<<"$1"; }
DATABASE_URL=$(in_scratch "$DATABASE_URL")
DATABASE_ADMIN_URL=$(in_scratch "$DATABASE_ADMIN_URL")
HEJIE_DATA=$folder
# Nothing that waits in the backup is ever sent from here.
unset HEJIE_SMS_URL HEJIE_SMS_REQUEST HEJIE_SMS_HEADERS HEJIE_SMS_ACCEPTED HEJIE_SMTP_URL HEJIE_MAIL_FROM
set +a
case $DATABASE_ADMIN_URL in */"$scratch"*) ;; *) fail 'DATABASE_ADMIN_URL names no database.' ;; esac
# As psql reads it from its environment: on its command line everybody on this machine could read the password.
plain() { printf '%b' "${1//%/\\x}"; }
address=${DATABASE_ADMIN_URL#*://}
login=${address%@*} hosts=${address##*@} hosts=${hosts%%/*}
export PGUSER PGPASSWORD PGHOST PGPORT PGDATABASE=postgres PGTARGETSESSIONATTRS=read-write
export PGOPTIONS='--client-min-messages=warning'
PGUSER=$(plain "${login%%:*}") PGPASSWORD=$(plain "${login#*:}")
PGHOST=$(sed -E 's/:[0-9]+//g' <<<"$hosts")
PGPORT=$(tr ',' '\n' <<<"$hosts" | sed -E 's/^[^:]*$/&:5432/; s/.*://' | paste -sd ,)
[[ ! $address =~ [?\&]sslmode=([a-z-]+) ]] || export PGSSLMODE=${BASH_REMATCH[1]}
ask() { psql --no-psqlrc --quiet --tuples-only --no-align --command="$1"; }
hejie() {
  setpriv --reuid=hejie --regid=hejie --init-groups --no-new-privs \
    "$program/node_modules/.bin/node" --max-semi-space-size=8 --heap-growing-percent=30 "$program/server/cli.ts" "$@"
}

there=$(ask "select 1 from pg_database where datname = '$scratch'") || fail 'the database cannot be asked.'
[ -z "$there" ] ||
  fail "there is a database $scratch already, of a drill that was cut short: drop database $scratch, and remove $folder."
[ ! -e "$folder" ] || fail "there is a folder $folder already, of a drill that was cut short: remove it."

clean() {
  ask "drop database if exists $scratch" || echo "drill: the database $scratch is still there." >&2
  rm -rf "$folder" "$said"
}
trap clean EXIT
umask 077
install --directory --owner=hejie --group=hejie --mode=0700 "$folder"
begun=$(date +%s)

echo "drill of $file, written $(date -r "$file" '+%F %T')"
sound=$(hejie backup --verify "$file" 2>"$said") || fail "it is NOT sound: $(tail -n 1 "$said")"
echo "  $sound"
restored=$(hejie restore "$file" 2>"$said") || fail "it could NOT be restored: $(tail -n 1 "$said")"
echo "  ${restored%%. Compare*}"
replayed=$(hejie replay --all 2>"$said" | tail -n 1) || true
echo "  $replayed"
case $replayed in
  *', 0 differences') ;;
  *) fail "the clocks are NOT what the events tell. $(tail -n 1 "$said")" ;;
esac

# "sound: 61 tables, 11350 rows, 75 files …" and "restored 61 tables, 11350 rows, 75 files …" are the same three numbers.
counts() { printf %s "$1" | grep -oE '[0-9]+ (tables|rows|files)' | tr '\n' ' '; }
[ "$(counts "$sound")" = "$(counts "$restored")" ] || fail 'what was restored is NOT what the backup holds.'
echo "The backup is good. It took $(($(date +%s) - begun)) s."
