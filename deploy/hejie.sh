#!/bin/sh
# /usr/local/sbin/hejie: a command of Hejie, such as `hejie replay --all`, with the settings of the service and as its user.
# For root: only root reads the settings.
set -eu
program=/opt/hejie
settings=/etc/hejie/hejie.env

if [ "$(id -u)" != 0 ]; then
  echo "hejie: run this as root; it reads $settings and goes on as the user hejie." >&2
  exit 1
fi
set -a
. "$settings"
set +a
umask 077
# With the flags of scripts/hejie.mjs, which is for a folder of one's own.
exec setpriv --reuid=hejie --regid=hejie --init-groups --no-new-privs \
  "$program/node_modules/.bin/node" --max-semi-space-size=8 --heap-growing-percent=30 "$program/server/cli.ts" "$@"
