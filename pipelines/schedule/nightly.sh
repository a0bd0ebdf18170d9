#!/bin/sh
# One night: harvest, then the run over what was harvested. Used by all schedulers of this folder.
# Environment: EXTRACTOR_ROOT (folder of pipelines/ and data/), EXTRACTOR_CONTACT (mail address or page), EXTRACTOR (the program; default: extractor).
# Exit code: that of the run where it is worse than the harvest's, else the harvest's; 75 where another night is still at work. A run that
# ends with 1 has published: what it could not read wholly is in its data (documents.status) and fails no night.
set -u
: "${EXTRACTOR_ROOT:?folder of pipelines/ and data/}" "${EXTRACTOR_CONTACT:?mail address or page for the keepers of the sites}"
cd "$EXTRACTOR_ROOT" || exit 2
mkdir -p data

# The lock goes with the process, however it ends; a night that lasts longer than a day is not overtaken.
exec 9>data/nightly.lock
flock --nonblock 9 || { echo "another night is still at work; this one ends" >&2; exit 75; }

"${EXTRACTOR:-extractor}" fetch pipelines/publishers --archive data/archive --contact "$EXTRACTOR_CONTACT" "$@"
fetched=$?
# 0 and 1: the archive is sound, with or without alarms; 4: one publisher met a fault of the program, the others are done.
# Anything else: nothing that a run could be made from is new.
case "$fetched" in 0|1|4) ;; *) exit "$fetched" ;; esac

# The sources are those publishers that have a finished harvest.
definition=data/nightly.yaml
{
  echo "name: nightly"
  echo "output: published"
  echo "store: store"
  echo "sources:"
  for manifest in data/archive/*/manifest.csv; do
    [ -e "$manifest" ] || continue
    folder=${manifest%/manifest.csv}
    echo "  - archive: archive/${folder##*/}"
  done
} > "$definition.new" && mv "$definition.new" "$definition"
grep -q '  - archive' "$definition" || exit "$fetched"

"${EXTRACTOR:-extractor}" run "$definition"
ran=$?
[ "$ran" -eq 1 ] && ran=0
[ "$ran" -gt "$fetched" ] && exit "$ran"
exit "$fetched"
