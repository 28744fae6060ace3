#!/bin/sh
# Opens the first of the addresses that answers, full screen: open-page.sh URL [URL of the standby]
set -u
browser=${CHROMIUM:-/usr/bin/chromium}
profile=${XDG_STATE_HOME:-$HOME/.local/state}/motcua-screen
mkdir -p "$profile"

answers() {
  if command -v curl > /dev/null; then
    curl --silent --max-time 3 --output /dev/null "$1"
  else
    wget --quiet --timeout=3 --tries=1 --output-document=/dev/null "$1"
  fi
}

while :; do
  for url in "$@"; do
    if answers "$url"; then
      exec "$browser" --kiosk --no-first-run --noerrdialogs --disable-infobars \
        --disable-session-crashed-bubble --disable-pinch --overscroll-history-navigation=0 \
        --disable-component-update --disable-background-networking --disable-sync \
        --autoplay-policy=no-user-gesture-required --user-data-dir="$profile" "$url"
    fi
  done
  sleep 1
done
